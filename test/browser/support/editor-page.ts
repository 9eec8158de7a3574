import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { EditorHandle, LeadFields } from "../../../src/client/editor/editor-handle.ts";
import { useBrowser } from "./use-browser.ts";
import { openContext } from "./visit.ts";

/** What the test page adds to its window. */
declare global {
  interface Window {
    editor: EditorHandle;
    /** Names of the files that the editor gave to the form. */
    files: string[];
    changes: number;
    /** HTML that was offered to the intake. */
    pasted: string[];
    /** The fields of the lead photo, as the form has them. */
    lead: LeadFields;
  }
}

type EditorPage = { page: Page; faults: string[] };

const origin = "http://editor.test";

const script = `
  import { mountEditor } from "./src/client/editor/editor.ts";
  window.files = [];
  window.pasted = [];
  window.changes = 0;
  window.lead = { photo: "", alt: "", caption: "", credit: "" };
  window.editor = mountEditor(document.querySelector("textarea"), {
    lead: { read: () => window.lead, write: (lead) => (window.lead = lead) },
    photoUrl: (id) => "/anh/" + id,
    onFiles: (files, at) => {
      window.files.push(...files.map(({ name }) => name));
      const photos = files.map(({ name }) => ({ id: name, alt: "", caption: null }));
      window.editor.insertPhotos(photos, at);
    },
    onPasteHtml: (html) => {
      window.pasted.push(html);
      return Promise.resolve(html.includes("intake"));
    },
  });
  window.editor.onChange(() => window.changes++);
`;

const photo = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="#7a9"/></svg>`;

/** Bundles the editor as one script. */
async function editorScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    // As scripts/build-client.ts builds the scripts of the newsroom.
    target: "es2022",
    loader: { ".css": "text" },
  });
  return outputFiles[0]?.text ?? "";
}

type OpenEditor = (body: string, options?: BrowserContextOptions) => Promise<EditorPage>;

/**
 * Starts a browser with the editor for the tests of a file. Returns a function that opens a form whose textarea has this
 * body, under the content security policy of the newsroom.
 */
export function useEditor(): OpenEditor {
  let opened: [script: string, browser: Browser] | null = null;
  useBrowser(editorScript, (both) => (opened = both));
  return async (body, options = {}) => {
    if (opened === null) throw new Error("the browser has not started");
    return openEditor(...opened, body, options);
  };
}

async function openEditor(
  bundle: string,
  browser: Browser,
  body: string,
  options: BrowserContextOptions,
): Promise<EditorPage> {
  const context = await openContext(browser, {
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  const files = ["src/html/base.css", "src/newsroom/form/editor.css"];
  const style = (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("");
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith("/anh/")) {
      return route.fulfill({ body: photo, contentType: "image/svg+xml" });
    }
    if (pathname === "/editor.js") {
      return route.fulfill({ body: bundle, contentType: "text/javascript" });
    }
    const headers = {
      "content-security-policy": `default-src 'none'; img-src 'self' blob:; script-src 'self'; style-src '${hash(style)}'; form-action 'self'`,
    };
    return route.fulfill({ body: html(style, body), contentType: "text/html", headers });
  });
  await page.goto(`${origin}/`);
  return { page, faults };
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function html(style: string, body: string): string {
  const escaped = body.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Viết bài</title>
<link rel="icon" href="/anh/icon"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body><main class="wrap"><h1>Viết bài</h1>
<form method="post"><p><label for="body">Nội dung</label></p><textarea id="body" name="body" rows="20" required>
${escaped}</textarea></form></main><script src="/editor.js"></script></body></html>`;
}

/** The text that is edited. */
export function editable(page: Page): Locator {
  return page.getByRole("textbox", { name: "Nội dung", exact: true });
}

export function tool(page: Page, name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

/** Clicks, and waits until the editor knows where the cursor is. */
export async function putCursor(target: Locator): Promise<void> {
  await target.click();
  await waitForCursor(target.page());
}

/**
 * Resolves when the editor has read the selection of the page. ProseMirror reads it by timers of at most 50 ms. This timer is
 * in the same page and is due later, so it fires after them on a slow machine, too.
 */
export async function waitForCursor(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
}

/** Pastes data into the focused element. */
export async function paste(
  page: Page,
  types: Record<string, string>,
  files: string[] = [],
): Promise<void> {
  await page.evaluate(
    ({ types: data, files: names }) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
      for (const name of names) {
        clipboardData.items.add(new File(["x"], name, { type: "image/jpeg" }));
      }
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    { types, files },
  );
}

/** The body as the form would send it. */
export function readBody(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector<HTMLTextAreaElement>("#body")?.value ?? "");
}
