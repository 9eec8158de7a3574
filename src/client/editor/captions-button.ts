import type { EditorState } from "prosemirror-state";
import { editorWords } from "../../vietnamese/words/editor.ts";
import { element } from "./element.ts";
import { countBareAlts } from "./lead-commands.ts";

/** Below the text: copies the captions of all photos into their empty alt texts. Shown if this is more than one photo. */
export function captionsButton(act: () => void): {
  dom: HTMLElement;
  show: (state: EditorState) => void;
} {
  const button = element("button", { type: "button" }, editorWords.copyAllCaptions);
  const count = element("span", { role: "status" });
  const dom = element("p", { class: "editor-captions", hidden: true }, count, " ", button);
  button.addEventListener("click", act);
  const show = (state: EditorState): void => {
    const bare = countBareAlts(state);
    dom.hidden = bare < 2;
    count.textContent = dom.hidden ? "" : editorWords.bareAlts(bare);
  };
  return { dom, show };
}
