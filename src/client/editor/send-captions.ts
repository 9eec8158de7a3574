import { filesPath } from "../../addresses/newsroom.ts";
import { recordingFormWords as words } from "../../vietnamese/words/recording-form.ts";

/** Sends captions. SubRip differs from WebVTT only in its first line and the comma of its times. */
export async function sendCaptions(file: File): Promise<{ id: string } | { fault: string }> {
  const isSubRip = /\.srt$/i.test(file.name);
  const name = file.name.replace(/\.srt$/i, ".vtt");
  try {
    const answer = await fetch(`${filesPath}?name=${encodeURIComponent(name)}`, {
      method: "POST",
      body: isSubRip ? new Blob([writeWebvtt(await file.text())]) : file,
      headers: { accept: "application/json", "content-type": "application/octet-stream" },
    });
    const value = (await answer.json()) as { id: string; detail?: string };
    return answer.ok ? value : { fault: value.detail ?? words.notLoaded };
  } catch {
    return { fault: words.notLoaded };
  }
}

function writeWebvtt(subRip: string): string {
  const lines = subRip.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const written = lines.map((line) =>
    line.includes("-->") ? line.replace(/(\d\d:\d\d),(\d{3})/g, "$1.$2") : line,
  );
  return `WEBVTT\n\n${written.join("\n").trim()}\n`;
}
