import { valuesToJson } from "../../article/article-fields.ts";
import type { FormValues } from "../../article/article-fields.ts";
import type { HandbookEntry } from "../../article/handbook.ts";
import type { ArticleContent } from "../../article/article.ts";
import { checkArticle } from "../../check/check-article.ts";
import type { Finding } from "../../check/finding.ts";

export type LocalCheck = {
  /** Checks the fields of the form, as the server would. */
  find: (values: FormValues) => Promise<Finding[]>;
  useHandbook: (handbook: readonly HandbookEntry[]) => void;
};

/** A message to the worker that no answer follows. */
type Handbook = { handbook: readonly HandbookEntry[] };
type Question = { number: number; values: FormValues };
type Answer = { number: number; findings: Finding[] };

/**
 * Starts soát bài in a worker, so that typing never waits for the rules. The worker runs this same file. Where it cannot
 * start, the rules run in the page.
 */
export function startCheck(): LocalCheck {
  const waiting = new Map<number, { values: FormValues; resolve: (found: Finding[]) => void }>();
  let worker: Worker | null = new Worker(import.meta.url, { type: "module" });
  let number = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.number)?.resolve(data.findings);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", () => {
    worker = null;
    for (const { values, resolve } of waiting.values()) resolve(checkFields(values));
    waiting.clear();
  });
  return {
    find: (values) => {
      if (worker === null) return Promise.resolve(checkFields(values));
      const question: Question = { number: ++number, values };
      worker.postMessage(question);
      return new Promise((resolve) => waiting.set(question.number, { values, resolve }));
    },
    useHandbook: (entries) => {
      handbook = entries;
      worker?.postMessage({ handbook } satisfies Handbook);
    },
  };
}

/** The newsroom's handbook, in the worker and in the page. */
let handbook: readonly HandbookEntry[] = [];

/**
 * The findings in the current fields, without the server. Rules that need data of the server (published titles, photo
 * sizes) find nothing here.
 */
function checkFields(values: FormValues): Finding[] {
  const content = valuesToJson(values) as ArticleContent;
  return checkArticle({
    ...content,
    photos: new Map(),
    publishedTitles: [],
    knownLabels: [],
    handbook,
    normalised: [],
    today: new Date(),
  });
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
  self.addEventListener("message", ({ data }: MessageEvent<Question | Handbook>) => {
    if ("handbook" in data) {
      handbook = data.handbook;
      return;
    }
    const answer: Answer = { number: data.number, findings: checkFields(data.values) };
    self.postMessage(answer);
  });
}
