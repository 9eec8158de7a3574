import type { Page } from "playwright-core";

export type Uploads = {
  /** The colour and the id of each photo that is stored, in their order. */
  stored: [colour: string, id: string][];
  /** Lets the slow upload go on. */
  release: () => void;
};

/** The first upload is slow, and the second fails once. */
export async function disturbUploads(page: Page): Promise<Uploads> {
  const stored: Uploads["stored"] = [];
  let count = 0;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/toa-soan/anh", async (route) => {
    const turn = ++count;
    if (turn === 2) return route.abort("connectionfailed");
    if (turn === 1) await released;
    return route.continue();
  });
  await page.exposeFunction("noteStored", (colour: string, id: string) =>
    stored.push([colour, id]),
  );
  await page.addInitScript(noteUploads);
  return { stored, release };
}

/** Runs in the page: tells the colour of each photo that is stored, and its id. Intake may send another file than it was given. */
function noteUploads(): void {
  const page = window as unknown as { noteStored: (colour: string, id: string) => void };
  window.XMLHttpRequest = class NotingRequest extends XMLHttpRequest {
    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      if (body instanceof Blob) this.addEventListener("load", () => void this.note(body));
      super.send(body);
    }

    async note(photo: Blob): Promise<void> {
      if (!this.responseURL.endsWith("/toa-soan/anh")) return;
      const context = new OffscreenCanvas(1, 1).getContext("2d");
      context?.drawImage(await createImageBitmap(photo), 0, 0);
      const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
      // A JPEG has nearly the colours that were drawn.
      const digits = [red, green, blue].map((part) => Math.round(part / 17).toString(16));
      const { id } = JSON.parse(this.responseText) as { id: string };
      page.noteStored(`#${digits.join("")}`, id);
    }
  };
}
