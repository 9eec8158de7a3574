import { fixture } from "../photo/fixture.ts";
import type { Colleague } from "./newsroom.ts";

let uploads = 0;

/** Uploads a small photo with new bytes and returns its id. It has few variants, and each costs little. */
export function sendPhoto(sender: Colleague, credit: string | null = null): Promise<string> {
  return sendFixture("orientation-1.jpg", sender, credit);
}

/** Uploads a photo of 2000 × 1200 pixels with new bytes and returns its id. It has every variant. */
export function sendWidePhoto(sender: Colleague): Promise<string> {
  return sendFixture("wide.jpg", sender, null);
}

async function sendFixture(
  name: string,
  sender: Colleague,
  credit: string | null,
): Promise<string> {
  const form = new FormData();
  const bytes = [fixture(name), `upload ${++uploads}`];
  form.append("file", new File(bytes, "rong.jpg", { type: "image/jpeg" }));
  if (credit !== null) form.append("credit", credit);
  const answer = await sender.send("/api/photos", { method: "POST", body: form });
  if (answer.status !== 201) throw new Error(`expected 201, got ${answer.status}`);
  return (await answer.json<{ id: string }>()).id;
}
