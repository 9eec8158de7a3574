import {
  documentPath,
  iconPath,
  largeIconPath,
  siteSharePath,
  touchIconPath,
} from "../addresses/public.ts";
import type { AppContext } from "../context.ts";
import {
  cachePublicly,
  answerPublicly,
  readStaticBytes,
  answerStaticFile,
} from "../edge-cache/caching-policy.ts";
import { tags } from "../edge-cache/tags.ts";
import { AppError } from "../errors.ts";
import { addressName } from "../file/file.ts";
import { findServedFile, serveFile } from "../file/serve-file.ts";
import { builtFiles, type BuiltFolder } from "../html/built-files.ts";
import { iconSvg } from "../html/site-mark.ts";
import { servePhoto } from "../photo/photo-bytes.ts";
import { readingWords } from "../vietnamese/words/reading.ts";

/** GET /favicon.svg: the mark in the site's own colour. */
export async function getIcon(c: AppContext): Promise<Response> {
  return answerPublicly(iconSvg(c.var.site.colours.header, 10), "image/svg+xml", [tags.site]);
}

/** GET /apple-touch-icon.png, 180 pixels square. */
export async function getTouchIcon(c: AppContext): Promise<Response> {
  return drawing(c, touchIconPath);
}

/** GET /icon-512.png, for home screens. */
export async function getLargeIcon(c: AppContext): Promise<Response> {
  return drawing(c, largeIconPath);
}

/** GET /anh-chia-se.jpg, 1200 × 630, for shared links to pages without a photo. */
export async function getSiteShareImage(c: AppContext): Promise<Response> {
  return drawing(c, siteSharePath, "image/jpeg");
}

async function drawing({ env }: AppContext, path: string, type = "image/png"): Promise<Response> {
  const file = await answerStaticFile(env.ASSETS, path, type);
  if (file === null) throw new AppError("not-found", readingWords.errors[404].title);
  return file;
}

/** GET /manifest.webmanifest: what the site is called and looks like on a home screen. */
export async function getManifest(c: AppContext): Promise<Response> {
  const { name, tagline, colours } = c.var.site;
  const manifest = {
    name,
    short_name: name,
    description: tagline,
    lang: "vi",
    start_url: "/",
    display: "browser",
    background_color: "#ffffff",
    theme_color: colours.header,
    icons: [
      { src: iconPath, sizes: "any", type: "image/svg+xml" },
      { src: largeIconPath, sizes: "512x512", type: "image/png", purpose: "any maskable" },
    ],
  };
  return answerPublicly(JSON.stringify(manifest), "application/manifest+json", [tags.site]);
}

/** GET /anh/:photo/:variant: the bytes, for as long as a published article uses them. */
export async function getPhoto(c: AppContext): Promise<Response> {
  const id = c.req.param("photo") ?? "";
  const response = await servePhoto(c.env, c.req.raw, id, c.req.param("variant") ?? "");
  const policy = response.status === 302 ? "page" : "immutable";
  return cachePublicly(response, policy, [tags.photo(id)]);
}

/** GET /tai-lieu/:file/:name: a document, for as long as a published text uses it. Any other name leads to its name. */
export async function getDocument(c: AppContext): Promise<Response> {
  const id = c.req.param("file") ?? "";
  const file = await findServedFile(c.env, id);
  if (file.kind !== "document") throw new AppError("not-found", readingWords.errors[404].title);
  const name = addressName(file);
  if (c.req.param("name") !== name) return c.redirect(documentPath(id, name), 302);
  const response = await serveFile(c.env, c.req.raw, file);
  return response.status === 416 ? response : cachePublicly(response, "immutable", [tags.file(id)]);
}

/** GET /phim/:file: a video or recording, whole or in parts, for as long as a published text uses it. */
export async function getFilm(c: AppContext): Promise<Response> {
  const id = c.req.param("file") ?? "";
  const file = await findServedFile(c.env, id);
  if (file.kind === "document") throw new AppError("not-found", readingWords.errors[404].title);
  const response = await serveFile(c.env, c.req.raw, file);
  return response.status === 416 ? response : cachePublicly(response, "immutable", [tags.file(id)]);
}

/** GET /js/:file, such as "reading-0F1E2D3C.js", or a part that one of them loads. */
export function getScript(c: AppContext): Promise<Response> {
  return answerBuiltFile(c, "js");
}

/** GET /css/:file: a stylesheet of the newsroom. */
export function getStylesheet(c: AppContext): Promise<Response> {
  return answerBuiltFile(c, "css");
}

const mediaTypes = { js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/**
 * A page from before a deployment names a former hash; it is given the file as it is now, which nobody may keep under that
 * address.
 */
async function answerBuiltFile({ req, env }: AppContext, folder: BuiltFolder): Promise<Response> {
  const type = mediaTypes[folder];
  const [file, name = "", ending] =
    /^([a-z0-9-]+)-[0-9A-Za-z]{8,10}\.(js|css)$/.exec(req.param("file") ?? "") ?? [];
  if (file === undefined || ending !== folder) throw noSuchFile();
  const answer = await answerStaticFile(env.ASSETS, `/${folder}/${file}`, type, "immutable");
  if (answer !== null) return answer;
  const path = new Map(Object.entries(builtFiles[folder])).get(name);
  const bytes = path === undefined ? null : await readStaticBytes(env.ASSETS, path);
  if (bytes === null) throw noSuchFile();
  return new Response(bytes, { headers: { "content-type": type } });
}

function noSuchFile(): AppError {
  return new AppError("not-found", readingWords.errors[404].title);
}
