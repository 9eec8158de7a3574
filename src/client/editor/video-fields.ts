import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { staffFilePath } from "../../addresses/newsroom.ts";
import { readRecordingAddress, writeRecordingAddress } from "../../addresses/recording.ts";
import type { RecordingLink } from "../../addresses/recording.ts";
import { recordingFormWords as words } from "../../vietnamese/words/recording-form.ts";
import { readExternalVideo, videoAddress } from "../../addresses/external-video.ts";
import { videoWords } from "../../vietnamese/words/video.ts";
import type { EditorOptions } from "./editor-handle.ts";
import { element, iconButton, icons, textButton } from "./element.ts";
import { sendCaptions } from "./send-captions.ts";
import { splitLines } from "./text-lines.ts";

/** What a video's card in the editor contains: its poster and the fields for its title and poster. */
export class VideoFields {
  readonly #view: EditorView;
  readonly #position: () => number | undefined;
  readonly #options: EditorOptions;
  readonly #source = element("a", { target: "_blank", rel: "noopener" });
  readonly #poster = element("img", { alt: "", hidden: true });
  readonly #player = element("video", { controls: true, preload: "none", hidden: true });
  readonly #captions = element("p", { role: "status", hidden: true });
  readonly #title = element("input", { type: "text", placeholder: videoWords.titleHint });
  readonly #alt = element("input", { type: "text", placeholder: videoWords.posterAltHint });
  readonly #altLabel = element("label", {}, element("span", {}, videoWords.posterAlt), this.#alt);
  readonly #choose = textButton(videoWords.choosePoster, () => void this.#choosePoster());
  readonly #remove = textButton(videoWords.removePoster, () => this.#set({ photo: "", alt: "" }));

  readonly #captionFile = element("input", { type: "file", accept: ".vtt,.srt", hidden: true });
  readonly #captionTools = [
    textButton(words.chooseCaptions, () => this.#captionFile.click()),
    textButton(words.removeCaptions, () => this.#setCaptions(null)),
  ] as const;

  constructor(
    dom: HTMLElement,
    view: EditorView,
    position: () => number | undefined,
    options: EditorOptions,
  ) {
    this.#view = view;
    this.#position = position;
    this.#options = options;
    this.#choose.hidden = options.choosePoster === undefined;
    const bin = iconButton(icons.remove, videoWords.remove, () => this.#removeVideo());
    this.#title.addEventListener("input", () => this.#set({ title: readLine(this.#title) }));
    this.#captionFile.addEventListener("change", () => {
      const [file] = this.#captionFile.files ?? [];
      this.#captionFile.value = "";
      void this.#chooseCaptions(file);
    });
    this.#alt.addEventListener("input", () => this.#set({ alt: readLine(this.#alt) }));
    const tools = { class: "editor-photo-tools", role: "group", "aria-label": videoWords.tools };
    dom.replaceChildren(
      this.#player,
      this.#poster,
      element("p", {}, this.#source),
      this.#captions,
      element("div", tools, this.#choose, this.#remove, ...this.#captionTools, bin),
      element("label", {}, element("span", {}, videoWords.title), this.#title),
      this.#altLabel,
    );
  }

  show({ attrs }: Node): void {
    const [href, title, photo, alt] = ["href", "title", "photo", "alt"].map((name) =>
      String(attrs[name]),
    );
    const video = readExternalVideo(href ?? "");
    this.#source.dataset["href"] = href ?? "";
    this.#source.textContent = video === null ? (href ?? "") : videoWords.on[video.provider];
    if (video !== null) this.#source.href = videoAddress(video);
    this.#showRecording(readRecordingAddress(href ?? ""));
    this.#poster.hidden = this.#altLabel.hidden = this.#remove.hidden = photo === "";
    if (photo) this.#poster.src = this.#options.photoUrl(photo);
    if (readLine(this.#title) !== title) this.#title.value = title ?? "";
    if (readLine(this.#alt) !== alt) this.#alt.value = alt ?? "";
  }

  /** A recording of ours has a player, and captions can be chosen for it. */
  #showRecording(recording: RecordingLink | null): void {
    const [choose, remove] = this.#captionTools;
    this.#player.hidden = this.#captions.hidden = choose.hidden = recording === null;
    remove.hidden = recording === null || recording.captions === null;
    if (recording === null) return;
    const address = staffFilePath(recording.file, "phim");
    this.#source.textContent = words.own;
    this.#source.href = address;
    if (this.#player.getAttribute("src") !== address) this.#player.src = address;
    this.#captions.textContent = recording.captions === null ? words.hasNone : words.hasCaptions;
  }

  async #chooseCaptions(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    this.#captions.textContent = words.sendingCaptions;
    const sent = await sendCaptions(file);
    if ("id" in sent) this.#setCaptions(sent.id);
    else this.#captions.textContent = sent.fault;
  }

  #setCaptions(captions: string | null): void {
    const recording = readRecordingAddress(this.#source.dataset["href"] ?? "");
    if (recording === null) return;
    this.#set({ href: writeRecordingAddress({ ...recording, captions }) });
  }

  #set(attributes: Record<string, string>): void {
    const position = this.#position();
    const node = position === undefined ? null : this.#view.state.doc.nodeAt(position);
    if (position === undefined || node === null) return;
    const { tr } = this.#view.state;
    this.#view.dispatch(tr.setNodeMarkup(position, null, { ...node.attrs, ...attributes }));
  }

  async #choosePoster(): Promise<void> {
    const photo = await this.#options.choosePoster?.();
    if (photo) this.#set({ photo: photo.id, alt: photo.alt });
    this.#choose.focus();
  }

  #removeVideo(): void {
    const position = this.#position();
    if (position === undefined) return;
    this.#view.dispatch(this.#view.state.tr.delete(position, position + 1));
    this.#view.focus();
  }
}

function readLine(field: HTMLInputElement): string {
  return splitLines(field.value).join(" ").trim().normalize("NFC");
}
