import { fixture } from "../photo/fixture.ts";
import type { Colleague } from "./newsroom.ts";

let uploads = 0;

/** Uploads a photo with new bytes and returns its id. */
export async function sendPhoto(sender: Colleague, credit: string | null = null): Promise<string> {
  const form = new FormData();
  form.append("file", photoFile());
  if (credit !== null) form.append("credit", credit);
  const answer = await sender.send("/api/photos", { method: "POST", body: form });
  if (answer.status !== 201) throw new Error(`expected 201, got ${answer.status}`);
  return (await answer.json<{ id: string }>()).id;
}

/** A JPEG of 2000 × 1200 pixels with other bytes at each call. */
function photoFile(): File {
  return new File([fixture("wide.jpg"), `upload ${++uploads}`], "rong.jpg", { type: "image/jpeg" });
}
