import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { HandbookEntry } from "../../article/handbook.ts";
import type { ArticleContent, ArticleKind } from "../../article/article.ts";
import { applyRules, textRules } from "../../check/text-rules.ts";
import type { Finding } from "../../check/finding.ts";

export type LocalCheck = {
  /** Checks the fields of the form, as the server would. */
  find: (values: FormValues) => Promise<Finding[]>;
  useHandbook: (handbook: readonly HandbookEntry[]) => Promise<void>;
};

/** A message to the worker that no answer follows. */
type Handbook = { handbook: readonly HandbookEntry[] };
type Question = { number: number; kind: ArticleKind; values: FormValues };
type Answer = { number: number; findings: Finding[] };

/**
 * Starts soát bài in a worker, so that typing never waits for the rules. The worker runs this same file. Where it cannot
 * start, the rules run in the page.
 */
export function startCheck(kind: ArticleKind): LocalCheck {
  const waiting = new Map<number, { values: FormValues; resolve: (found: Finding[]) => void }>();
  let worker: Worker | null = new Worker(import.meta.url, { type: "module" });
  let number = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.number)?.resolve(data.findings);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", () => {
    worker = null;
    for (const { values, resolve } of waiting.values()) resolve(checkFields(kind, values));
    waiting.clear();
  });
  return {
    find: (values) => {
      if (worker === null) return Promise.resolve(checkFields(kind, values));
      const question: Question = { number: ++number, kind, values };
      worker.postMessage(question);
      return new Promise((resolve) => waiting.set(question.number, { values, resolve }));
    },
    useHandbook: async (entries) => {
      worker?.postMessage({ handbook: entries } satisfies Handbook);
      await useHandbook(entries);
    },
  };
}

/** The newsroom's handbook, in the worker and in the page. */
let handbook: readonly HandbookEntry[] = [];

/** The rules that run here: those that need no data of the server, and those of the handbook if it has entries. */
let rules = textRules;

async function useHandbook(entries: readonly HandbookEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const { handbookForm, handbookOffice } = await import("../../check/rules/handbook.ts");
  handbook = entries;
  rules = [...textRules, handbookForm, handbookOffice];
}

/** The findings in the current fields, without the server. */
function checkFields(kind: ArticleKind, values: FormValues): Finding[] {
  const content = valuesToJson(values) as ArticleContent;
  const article = {
    ...content,
    kind,
    photos: new Map(),
    files: new Map(),
    publishedTitles: [],
    knownLabels: [],
    handbook,
    normalised: [],
    today: new Date(),
  };
  return applyRules(article, rules);
}

// The rules use Map.groupBy. Chrome 109, the last version for Windows 7 and common in government agencies, does not have it.
if (!("groupBy" in Map)) {
  Object.assign(Map, {
    groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
      const groups = new Map<Key, Item[]>();
      for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [item]);
        else group.push(item);
      }
      return groups;
    },
  });
}

if ("WorkerGlobalScope" in globalThis) {
  let isReady: Promise<void> = Promise.resolve();
  self.addEventListener("message", ({ data }: MessageEvent<Question | Handbook>) => {
    if ("handbook" in data) {
      isReady = useHandbook(data.handbook).catch(() => undefined);
      return;
    }
    const { number, kind, values } = data;
    // A text that is checked after the handbook came is checked with it.
    void isReady.then(() =>
      self.postMessage({ number, findings: checkFields(kind, values) } satisfies Answer),
    );
  });
}
