import { beforeAll, describe, expect, test } from "vitest";
import { guidePictures } from "../../src/newsroom/guide/pictures.ts";
import { guidePaths, guidePicturePath } from "../../src/addresses/newsroom.ts";
import { measurePhoto } from "../../src/photo/photo-header.ts";
import { htmlFaults } from "../html/html-faults.ts";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let reporter: Staff;
let editor: Staff;

beforeAll(async () => {
  [reporter, editor] = [await hireInBrowser("reporter"), await hireInBrowser("editor")];
});

describe.each(Object.values(guidePaths))("GET %s", (path) => {
  test("is valid HTML", async () => {
    const answer = await reporter.open(path);
    expect(answer.status).toBe(200);
    expect(await htmlFaults(await answer.text())).toEqual([]);
  });

  test("links from its table of contents to each section", async () => {
    const page = await (await reporter.open(path)).text();
    const targets = [...page.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(8);
    for (const id of targets) expect(page).toContain(`<h2 id="${id}">`);
  });
});

describe("the newsroom menu", () => {
  test("links reporters to the reporters' guide and editors to the editors' guide", async () => {
    for (const [person, own] of [
      [reporter, guidePaths.reporter],
      [editor, guidePaths.editor],
    ] as const) {
      const page = await (await person.open("/toa-soan")).text();
      expect(page).toContain(`href="${own}"`);
    }
  });
});

describe("GET /toa-soan/huong-dan/anh/:file", () => {
  test.each(Object.entries(guidePictures))("gives %s in its shape", async (name, size) => {
    const answer = await reporter.open(guidePicturePath(`${name}.webp`));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { width, height } = measurePhoto(await answer.bytes(), "image/webp");
    expect(width / height).toBeCloseTo(size.width / size.height, 2);
  });

  test.each(["none.webp", "sign-in", "sign-in.png", "..%2Ficon-512.png"])(
    "answers 404 for %s",
    async (file) => {
      expect((await reporter.open(`/toa-soan/huong-dan/anh/${file}`)).status).toBe(404);
    },
  );
});
