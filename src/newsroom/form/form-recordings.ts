import { readRecordingAddress, writeRecordingAddress } from "../../addresses/recording.ts";
import { AppError } from "../../errors.ts";
import type { FieldError } from "../../errors.ts";
import { readFiles } from "../../file/file-store.ts";
import type { FileHome } from "../../file/file-store.ts";
import { makeFileUpload, storeFile } from "../../file/file-upload.ts";
import type { StoredFile } from "../../file/file.ts";
import { html, type Html } from "../../html/template.ts";
import { escapeText } from "../../markdown/escape-text.ts";
import { listLinkParagraphs } from "../../markdown/link-paragraph.ts";
import type { Actor } from "../../people/person.ts";
import type { SentFile } from "../../request/part-reader.ts";
import { fileWords } from "../../vietnamese/words/file.ts";
import { recordingFormWords } from "../../vietnamese/words/recording-form.ts";
import { fileLimitHint, findError } from "../fields.ts";

/**
 * Stores the videos, recordings and captions that were sent with the form. Videos and recordings stand at the end of the body
 * then, captions in the link of their recording. What was stored stays stored even if another file is refused.
 */
export async function storeFormRecordings(
  home: FileHome,
  sender: Actor,
  { body, files }: { body: string; files: readonly SentFile[] },
): Promise<{ body: string; errors: FieldError[] }> {
  const errors: FieldError[] = [];
  let written = body;
  // Captions come last: their recording may be sent with them.
  const inOrder = files.toSorted((one, other) => Number(isVtt(one)) - Number(isVtt(other)));
  for (const sent of inOrder) {
    try {
      const { file } = await storeFile(home, makeFileUpload(sent), sender);
      written = await writeFile(home.DB, written, file, sent.name);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "forbidden") throw error;
      errors.push({ path: "recordings", message: error.message });
    }
  }
  return { body: written, errors };
}

function isVtt({ name }: SentFile): boolean {
  return /\.vtt$/i.test(name);
}

async function writeFile(
  db: D1Database,
  body: string,
  file: StoredFile,
  name: string,
): Promise<string> {
  if (file.kind === "captions") return writeCaptions(db, body, file, name);
  if (file.kind === "document") throw new AppError("invalid", fileWords.noRecording(name));
  const place = { style: "plain", inCell: false, inBrackets: true } as const;
  const link = `[${escapeText(nameWithoutExtension(name), place)}](${writeRecordingAddress({ file: file.id, captions: null })})`;
  return body.trim() === "" ? link : `${body.trimEnd()}\n\n${link}`;
}

/** Writes captions into the link of the recording whose file has the same name, or else of the only one without captions. */
async function writeCaptions(
  db: D1Database,
  body: string,
  captions: StoredFile,
  name: string,
): Promise<string> {
  const bare = listLinkParagraphs(body).flatMap(({ link, start, end }) => {
    const recording = readRecordingAddress(link.href);
    return recording === null || recording.captions !== null
      ? []
      : [{ file: recording.file, start, end }];
  });
  const files = await readFiles(
    db,
    bare.map(({ file }) => file),
  );
  const stem = nameWithoutExtension(name).toLowerCase();
  const named = bare.filter(
    ({ file }) => nameWithoutExtension(files.get(file)?.name ?? "").toLowerCase() === stem,
  );
  const [chosen, ...others] = named.length > 0 ? named : bare;
  if (chosen === undefined || others.length > 0) {
    throw new AppError("invalid", recordingFormWords.whichRecording(name));
  }
  const { file, start, end } = chosen;
  const link = body.slice(start, end);
  const address = { file, captions: captions.id };
  const captioned = link.replace(
    writeRecordingAddress({ file, captions: null }),
    writeRecordingAddress(address),
  );
  return body.slice(0, start) + captioned + body.slice(end);
}

function nameWithoutExtension(name: string): string {
  return name.replace(/\.[a-z0-9]+$/i, "").normalize("NFC");
}

/** The field for videos, recordings and captions. Script sends them one by one, as soon as they are chosen. */
export function renderRecordingField(errors: readonly FieldError[]): Html {
  const error = findError(errors, "recordings");
  return html`<details class="form-part file-part" id="phan-phim" open>
    <summary><h2>${recordingFormWords.title}</h2></summary>
    <div class="field file-field${error === null ? "" : " field-wrong"}">
      <label for="o-phim">${recordingFormWords.add}</label>
      <p class="hint" id="o-phim-goi-y">${recordingFormWords.hint}</p>
      <noscript><p class="hint">${recordingFormWords.hintWithoutScript}</p></noscript>
      ${fileLimitHint}
      <input
        id="o-phim"
        name="recordings.file"
        type="file"
        accept=".mp4,.mp3,.vtt"
        multiple
        aria-describedby="o-phim-goi-y${error === null ? "" : " o-phim-loi"}"
      />
      ${error === null ? null : html`<p class="wrong" id="o-phim-loi">${error}</p>`}
      <div class="uploads" role="status"></div>
    </div>
  </details>`;
}
