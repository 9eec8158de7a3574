import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { readBody, editable, putCursor, tool, useEditor } from "./support/editor-page.ts";

const openEditor = useEditor();

async function open(body: string): Promise<Page> {
  return (await openEditor(body)).page;
}

function photo(page: Page, id: string) {
  return page.locator(`[data-photo="${id}"]`);
}

/** Drags a photo by its handle to a place `below` the middle of another element. */
async function dragTo(
  page: Page,
  moved: Locator,
  target: Locator,
  below: number,
  by: string,
): Promise<void> {
  const grip = moved.getByRole("button", { name: "Kéo để chuyển ảnh" });
  await grip.scrollIntoViewIfNeeded();
  const [from, to] = [await grip.boundingBox(), await target.boundingBox()];
  const start = { x: (from?.x ?? 0) + 22, y: (from?.y ?? 0) + 22 };
  const end = { x: (to?.x ?? 0) + 30, y: (to?.y ?? 0) + (to?.height ?? 0) / 2 + below };
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  if (by === "mouse") {
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.move(end.x, end.y);
    return page.mouse.up();
  }
  const touch = await page.context().newCDPSession(page);
  const send = (
    type: "touchStart" | "touchMove" | "touchEnd",
    touchPoints: { x: number; y: number }[],
  ) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [start]);
  await send("touchMove", [middle]);
  await send("touchMove", [end]);
  await send("touchEnd", []);
}

const two = "trên\n\n![A](photo:a)\n\n![B](photo:b)\n\ndưới";

describe("a photo in the text", () => {
  test("gets its caption and alt text in its own fields, and is not called wrong meanwhile", async () => {
    const page = await open("![](photo:a)");
    const alt = photo(page, "a").getByLabel("Mô tả ảnh");
    expect(await alt.getAttribute("aria-invalid")).toBe("false");
    expect(await page.getByText("Ảnh chưa có mô tả.").isVisible()).toBe(false);
    await photo(page, "a").getByLabel("Chú thích").click();
    await page.keyboard.type('Ông "A" & bà B');
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type('Toàn cảnh [hội trường] "lớn"');
    expect(await readBody(page)).toBe(
      '![Toàn cảnh \\[hội trường\\] "lớn"](photo:a "Ông \\"A\\" & bà B")',
    );
  });

  test("moves by its buttons and keeps the focus", async () => {
    const page = await open(two);
    await photo(page, "b").getByRole("button", { name: "Chuyển ảnh lên" }).click();
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n\n![A](photo:a)\n\ndưới");
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(focused).toBe("Chuyển ảnh lên");
    await page.keyboard.press("Enter");
    expect(await readBody(page)).toBe("![B](photo:b)\n\ntrên\n\n![A](photo:a)\n\ndưới");
  });

  test("moves by keyboard", async () => {
    const page = await open(two);
    await putCursor(photo(page, "a").locator("img"));
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n\ndưới\n\n![A](photo:a)");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(two);
  });

  test("moves by drag and drop", async () => {
    const page = await open(two);
    const below = page.getByText("dưới", { exact: true });
    const box = await below.boundingBox();
    await photo(page, "a")
      .locator("img")
      .dragTo(below, { targetPosition: { x: 200, y: (box?.height ?? 20) - 2 } });
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n\ndưới\n\n![A](photo:a)");
  });

  test("joins its neighbour in a gallery, changes places there, and leaves it", async () => {
    const page = await open(two);
    await photo(page, "b").getByRole("button", { name: "Ghép với ảnh bên cạnh" }).click();
    expect(await readBody(page)).toBe("trên\n\n![A](photo:a)\n![B](photo:b)\n\ndưới");
    await photo(page, "b").getByRole("button", { name: "Chuyển ảnh lên" }).click();
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n![A](photo:a)\n\ndưới");
    await photo(page, "b").getByRole("button", { name: "Tách khỏi chùm ảnh" }).click();
    expect(await readBody(page)).toBe("trên\n\n![A](photo:a)\n\n![B](photo:b)\n\ndưới");
  });

  test("moves by keyboard into a gallery, through it and out of it", async () => {
    const page = await open("![A](photo:a)\n\n![B](photo:b)\n![C](photo:c)\n\ndưới");
    await photo(page, "a").getByLabel("Chú thích").focus();
    await page.keyboard.press("Escape");
    const bodies = [];
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press("Alt+ArrowDown");
      bodies.push(await readBody(page));
    }
    expect(bodies).toEqual([
      "![A](photo:a)\n![B](photo:b)\n![C](photo:c)\n\ndưới",
      "![B](photo:b)\n![A](photo:a)\n![C](photo:c)\n\ndưới",
      "![B](photo:b)\n![C](photo:c)\n![A](photo:a)\n\ndưới",
      "![B](photo:b)\n![C](photo:c)\n\n![A](photo:a)\n\ndưới",
    ]);
    await page.keyboard.press("Alt+ArrowUp");
    expect(await readBody(page)).toBe(bodies[2]);
  });

  test.each(["mouse", "finger"])(
    "moves by its handle with a %s, also into a gallery",
    async (by) => {
      const options =
        by === "finger" ? { hasTouch: true, viewport: { width: 360, height: 740 } } : {};
      const text = "đầu\n\n![A](photo:a)\n\ngiữa\n\n![B](photo:b)\n![C](photo:c)";
      const { page } = await openEditor(text, options);
      await dragTo(page, photo(page, "a"), page.getByText("đầu", { exact: true }), -10, by);
      const first = "![A](photo:a)\n\nđầu\n\ngiữa\n\n![B](photo:b)\n![C](photo:c)";
      await expect.poll(() => readBody(page)).toBe(first);
      expect(await editable(page).evaluate((dom) => dom === document.activeElement)).toBe(true);
      await dragTo(page, photo(page, "a"), photo(page, "c").locator("img"), 0, by);
      await expect.poll(() => readBody(page)).toMatch(/!\[B\][^!]*\n!\[A\][^!]*\n!\[C\]/);
      await page.keyboard.press("Control+z");
      expect(await readBody(page)).toBe(first);
      await page.context().close();
    },
  );

  test("becomes the lead photo and stops to be it; each undo takes back one of both", async () => {
    const page = await open(two);
    await page.evaluate(() => {
      window.lead = { photo: "z", alt: "Z", caption: "", credit: "" };
      window.editor.readLead();
    });
    const lead = () => page.evaluate(() => window.lead);
    const button = photo(page, "b").getByRole("button", { name: "Đặt làm ảnh đại diện" });
    await button.click();
    expect(await lead()).toEqual({ photo: "b", alt: "", caption: "", credit: "" });
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    await button.click();
    expect((await lead()).photo).toBe("");
    await editable(page).focus();
    await page.keyboard.press("Control+z");
    expect((await lead()).photo).toBe("b");
    await tool(page, "Hoàn tác").click();
    expect(await lead()).toEqual({ photo: "z", alt: "Z", caption: "", credit: "" });
    expect(await button.getAttribute("aria-pressed")).toBe("false");
    await page.keyboard.press("Control+y");
    expect((await lead()).photo).toBe("b");
    expect(await readBody(page)).toBe(two);
  });

  test("takes its alt text from its caption, which one undo takes back", async () => {
    const page = await open('![](photo:a "Cầu mới")');
    const copy = photo(page, "a").getByRole("button", { name: "Chép từ chú thích" });
    await copy.click();
    expect(await readBody(page)).toBe('![Cầu mới](photo:a "Cầu mới")');
    expect(await copy.isVisible()).toBe(false);
    await page.keyboard.type("!");
    expect(await readBody(page)).toBe('![Cầu mới!](photo:a "Cầu mới")');
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe('![](photo:a "Cầu mới")');
  });

  test("together with all others takes its alt text from its caption, as one step", async () => {
    const body = '![](photo:a "Cầu")\n\n![](photo:b "Chợ")\n![](photo:c)';
    const page = await open(body);
    await page.evaluate(() => {
      window.lead = { photo: "z", alt: "", caption: "Xã", credit: "" };
      window.editor.readLead();
    });
    await page.getByText("3 ảnh có chú thích mà chưa có mô tả.").waitFor();
    await page.getByRole("button", { name: "Chép chú thích làm mô tả cho mọi ảnh" }).click();
    expect(await readBody(page)).toBe(
      '![Cầu](photo:a "Cầu")\n\n![Chợ](photo:b "Chợ")\n![](photo:c)',
    );
    expect((await page.evaluate(() => window.lead)).alt).toBe("Xã");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(body);
    expect((await page.evaluate(() => window.lead)).alt).toBe("");
  });

  test.each([360, 1280])(
    "has readable controls of 44 pixels that do not overlap, at %i pixels",
    async (width) => {
      const text = '![](photo:a "Cầu")\n\n![B](photo:b)\n![C](photo:c)';
      const { page } = await openEditor(text, {
        viewport: { width, height: 740 },
      });
      const faults = await page.evaluate(() => {
        const controls = [
          ...document.querySelectorAll<HTMLElement>(".editor-photo :is(button, input, textarea)"),
        ].filter((one) => one.offsetParent !== null);
        const boxes = controls.map((one) => ({
          name: one.getAttribute("aria-label") ?? one.localName,
          box: one.getBoundingClientRect(),
        }));
        return boxes.flatMap(({ name, box }, at) => [
          ...(box.width < 44 || box.height < 44 ? [`small: ${name}`] : []),
          ...(box.left < 0 || box.right > innerWidth ? [`outside: ${name}`] : []),
          ...boxes
            .slice(at + 1)
            .filter((other) => {
              const [a, b] = [box, other.box];
              const isBeside = a.right <= b.left || b.right <= a.left;
              return !isBeside && !(a.bottom <= b.top || b.bottom <= a.top);
            })
            .map((other) => `overlap: ${name}, ${other.name}`),
        ]);
      });
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test("is removed from the text, and comes back by undo", async () => {
    const page = await open(two);
    await photo(page, "a").getByRole("button", { name: "Bỏ ảnh khỏi bài" }).click();
    expect(await readBody(page)).toBe("trên\n\n![B](photo:b)\n\ndưới");
    await page.keyboard.press("Control+z");
    expect(await readBody(page)).toBe(two);
  });

  test("is inserted after the block with the cursor", async () => {
    const page = await open("trên\n\ndưới");
    await putCursor(page.getByText("trên", { exact: true }));
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      tool(page, "Chèn ảnh").click(),
    ]);
    await chooser.setFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from("x") });
    expect(await page.evaluate(() => window.files)).toEqual(["x.jpg"]);
    await page.evaluate(() => {
      window.editor.removePhoto("x.jpg");
      window.editor.insertPhotos([
        { id: "a", alt: "A", caption: "C" },
        { id: "b", alt: "B", caption: null },
      ]);
    });
    expect(await readBody(page)).toBe('trên\n\n![A](photo:a "C")\n\n![B](photo:b)\n\ndưới');
  });
});
