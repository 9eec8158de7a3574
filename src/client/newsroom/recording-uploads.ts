import { filesPath } from "../../addresses/newsroom.ts";
import { filmPath } from "../../addresses/public.ts";
import { formScriptWords } from "../../vietnamese/words/form-script.ts";
import { recordingFormWords as words } from "../../vietnamese/words/recording-form.ts";
import type { Answer } from "./ask-server.ts";
import type { OpenForm } from "./open-form.ts";
import { sendBody } from "./send-photo.ts";
import { UploadLine } from "./upload-line.ts";

type Sent = { id: string };

/** The uploads that are not finished. */
const unfinished = new Set<File>();

/**
 * Sends videos and recordings one after another as soon as they are chosen, and puts each into the text when it is stored. The
 * field stays empty, so that the form does not send them again.
 */
export function openRecordingField(page: OpenForm, part: HTMLElement): void {
  const input = part.querySelector<HTMLInputElement>("[type=file]");
  const list = part.querySelector<HTMLElement>(".uploads");
  if (input === null || list === null) return;
  // Captions belong to one video: its frame in the text has the button for them.
  input.accept = ".mp4,.mp3";
  let before = Promise.resolve();
  const take = (): void => {
    const files = [...(input.files ?? [])];
    input.value = "";
    for (const file of files) before = before.then(upload(page, list, file));
  };
  input.addEventListener("change", take);
  take();
  addEventListener("beforeunload", (event) => {
    if (unfinished.size > 0) event.preventDefault();
  });
}

/** Shows a file in the list, and returns what sends it. */
function upload(page: OpenForm, list: HTMLElement, file: File): () => Promise<void> {
  const { name } = file;
  let abort = (): void => undefined;
  const end = (): void => {
    unfinished.delete(file);
    removeEventListener("online", retry);
    line.remove();
  };
  const send = async (): Promise<void> => {
    if (!unfinished.has(file)) return;
    removeEventListener("online", retry);
    line.progress(0);
    const path = `${filesPath}?name=${encodeURIComponent(name)}`;
    const sending = sendBody<Sent>(path, file, (sent) => line.progress(sent));
    ({ abort } = sending);
    const answer = await sending.answer;
    if (!unfinished.has(file)) return;
    if (answer.kind === "done") {
      end();
      const [href, title] = [filmPath(answer.value.id), name.replace(/\.[a-z0-9]+$/i, "")];
      const item = { href, title, photo: "", alt: "" };
      page.body.insertStored([item], `[${title.replace(/[[\]\\]/g, "\\$&")}](${href})`);
      return;
    }
    line.failed(formScriptWords.uploadFailed(explain(answer)));
    if (answer.kind === "offline") addEventListener("online", retry);
  };
  const retry = (): void => void send();
  const drop = (): void => {
    end();
    abort();
  };
  const line = new UploadLine(file, name, { retry, drop });
  list.append(line.element);
  if (!/\.mp[34]$/i.test(name)) {
    line.say(/\.vtt$/i.test(name) ? words.captionsHere : words.notPlayable);
    line.element.scrollIntoView({ block: "nearest" });
    return async () => undefined;
  }
  unfinished.add(file);
  line.say(formScriptWords.queued);
  return send;
}

function explain(answer: Exclude<Answer<Sent>, { kind: "done" }>): string {
  if (answer.kind === "offline") return words.notLoaded;
  if (answer.status === 401) return formScriptWords.signInFirst;
  return answer.detail || words.notLoaded;
}
