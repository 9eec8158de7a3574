import { articleFormPath, newFormPath } from "../../addresses/newsroom.ts";
import { localCopyWords } from "../../vietnamese/words/local-copies.ts";
import { newsroomWords } from "../../vietnamese/words/newsroom.ts";
import { make } from "../intake/make-element.ts";
import { articleIdIn, forgetCopy } from "./local-copy.ts";
import type { NamedCopy } from "./local-copy.ts";
import { findUnsavedCopies } from "./saved-copies.ts";
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

/** Lists on the desk the texts that only this browser has. Each can be opened or discarded. */
export async function listDeskCopies(place: HTMLElement): Promise<void> {
  const show = async (): Promise<void> => {
    const copies = await findUnsavedCopies();
    const list = make("ul", { className: "lines" }, ...copies.map((named) => line(named, show)));
    place.replaceChildren(make("h2", {}, localCopyWords.title), list);
    place.hidden = copies.length === 0;
  };
  addEventListener("online", () => void show());
  await show();
}

function line(named: NamedCopy, show: () => Promise<void>): HTMLLIElement {
  const { name, copy } = named;
  const title = copy.values.title.trim() || newsroomWords.untitled;
  const href = copy.baseVersion === 0 ? newFormPath(copy.key) : articleFormPath(articleIdIn(name));
  const discard = make("button", { type: "button", className: "danger" }, localCopyWords.discard);
  discard.setAttribute("aria-label", localCopyWords.discardOf(title));
  discard.addEventListener("click", () => {
    if (!confirm(localCopyWords.discardQuestion(title))) return;
    forgetCopy(name);
    void forgetUnsentPhotos(name).then(show);
  });
  return make(
    "li",
    { className: "row row-apart" },
    make(
      "div",
      {},
      make("a", { href }, title),
      make("p", { className: "soft" }, localCopyWords.typedAt(clock.format(copy.at))),
    ),
    discard,
  );
}
