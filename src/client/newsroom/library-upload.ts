import { mediaPath } from "../../addresses/newsroom.ts";
import { pickerWords } from "../../vietnamese/words/media.ts";
import { makeSmaller, sendPhoto } from "./send-photo.ts";

/** Sends the photos of the library's form one after the other, because together they may be too large for one request. */
export function sendOneByOne(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>("[role=status]");
  const button = form.querySelector<HTMLButtonElement>("[type=submit]");
  const input = form.querySelector<HTMLInputElement>("[type=file]");
  if (status === null || button === null || input === null) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });

  async function send(): Promise<void> {
    if (status === null || button === null || input === null) return;
    button.disabled = true;
    const files = [...(input.files ?? [])];
    const refused = new DataTransfer();
    const faults: string[] = [];
    for (const [index, file] of files.entries()) {
      status.textContent = pickerWords.sending(index + 1, files.length);
      const { answer } = sendPhoto((await makeSmaller(file)) ?? file, () => {}, collectFacts());
      const result = await answer;
      if (result.kind === "done") {
        const { factsIgnored } = result.value;
        if (factsIgnored !== null) faults.push(`${file.name}: ${factsIgnored}`);
        continue;
      }
      refused.items.add(file);
      const why = result.kind === "refused" ? result.detail : pickerWords.offline;
      faults.push(`${file.name}: ${why}`);
    }
    button.disabled = false;
    if (faults.length === 0) return location.assign(`${mediaPath}?done=sent`);
    // Only what failed is sent again.
    input.files = refused.files;
    status.textContent = faults.join(" ");
  }

  function collectFacts(): string {
    const data = new FormData(form);
    data.delete("files");
    const texts = [...data].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    );
    return new URLSearchParams(texts).toString();
  }
}
