import { articleFormPath, newFormPath } from "../../addresses/newsroom.ts";
import { localCopyWords } from "../../vietnamese/words/local-copies.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { make } from "../intake/make-element.ts";
import { readArticleId, forgetCopy } from "./local-copy.ts";
import { findUnsavedWork } from "./unsaved-work.ts";
import type { UnsavedWork } from "./unsaved-work.ts";
import { forgetUnsentPhotos } from "./unsent-photos.ts";

const clock = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hourCycle: "h23",
});

/** Lists on the desk what only this browser has. Texts can be opened or discarded; photos are uploaded once their text is opened. */
export async function listDeskCopies(place: HTMLElement): Promise<void> {
  const show = async (): Promise<void> => {
    const copies = await findUnsavedWork();
    const list = make("ul", { className: "lines" }, ...copies.map((work) => makeLine(work, show)));
    place.replaceChildren(make("h2", {}, localCopyWords.title), list);
    place.hidden = copies.length === 0;
  };
  addEventListener("online", () => void show());
  await show();
}

function makeLine({ name, copy, lacks }: UnsavedWork, show: () => Promise<void>): HTMLLIElement {
  const title = copy.values.title.trim() || newsroomWords.untitled;
  const href =
    copy.baseVersion === 0 ? newFormPath(copy.key) : articleFormPath(readArticleId(name));
  const link = make("a", { href }, title);
  const isTextSaved = lacks === "photos";
  const state = isTextSaved
    ? localCopyWords.photosUnsent
    : localCopyWords.typedAt(clock.format(copy.at));
  const words = make("div", {}, link, make("p", { className: "soft" }, state));
  const parts = isTextSaved ? [words] : [words, discardButton(name, title, show)];
  return make("li", { className: "row row-apart" }, ...parts);
}

function discardButton(name: string, title: string, show: () => Promise<void>): HTMLButtonElement {
  const button = make("button", { type: "button", className: "danger" }, localCopyWords.discard);
  button.setAttribute("aria-label", localCopyWords.discardOf(title));
  button.addEventListener("click", () => {
    if (!confirm(localCopyWords.discardQuestion(title))) return;
    forgetCopy(name);
    void forgetUnsentPhotos(name).then(show);
  });
  return button;
}
