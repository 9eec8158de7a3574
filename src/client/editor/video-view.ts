import type { Node } from "prosemirror-model";
import type { EditorView, NodeView } from "prosemirror-view";
import type { EditorOptions } from "./editor-handle.ts";
import { element } from "./element.ts";
import { schema } from "./schema.ts";
import type { VideoFields } from "./video-fields.ts";

/** The card of a video. Its fields are loaded when a text has a video; without a network the card shows the address. */
export class VideoView implements NodeView {
  readonly dom: HTMLElement;
  #video: Node;
  #fields: VideoFields | null = null;

  constructor(
    video: Node,
    view: EditorView,
    position: () => number | undefined,
    options: EditorOptions,
  ) {
    this.#video = video;
    const attributes = { class: "editor-photo editor-video", contenteditable: "false" };
    this.dom = element("figure", attributes, String(video.attrs["href"]));
    import("./video-fields.ts")
      .then((loaded) => {
        this.#fields = new loaded.VideoFields(this.dom, view, position, options);
        this.#fields.show(this.#video);
      })
      .catch(() => null);
  }

  update(video: Node): boolean {
    if (video.type !== schema.nodes.video) return false;
    this.#video = video;
    this.#fields?.show(video);
    return true;
  }

  selectNode(): void {
    this.dom.classList.add("is-selected");
  }

  deselectNode(): void {
    this.dom.classList.remove("is-selected");
  }

  /** The editor ignores events of the fields, the buttons and the link. */
  stopEvent({ target }: Event): boolean {
    return target instanceof Element && target.closest("input, button, label, a") !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }
}
