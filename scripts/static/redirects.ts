import { staticWords } from "../../src/vietnamese/words/static.ts";
import type { CopyRecord, StaticFolder } from "./static-folder.ts";
import { findAddress, findFile, findOwnKey, linkFiles } from "./static-path.ts";
import type { Place } from "./static-path.ts";

/** A page that leads on to another address, for a server that knows no redirects. */
export function renderRedirect(file: string, target: string, place: Place): string {
  const isOwn = findOwnKey(target, "/", place) !== null;
  const link = escape(isOwn ? linkFiles(file, findFile(target)) : target);
  const canonical = escape(isOwn ? `${place.address}/${findAddress(findFile(target))}` : target);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${staticWords.moved}</title>
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0; url=${link}">
</head>
<body><p>${staticWords.movedTo(`<a href="${link}">${canonical}</a>`)}</p></body>
</html>
`;
}

/** Writes every redirect for servers that know them: `_redirects` for hosts of static sites, and a part of a configuration of nginx. */
export async function writeRedirects(folder: StaticFolder, place: Place): Promise<void> {
  const moved = folder
    .records()
    .filter((record): record is CopyRecord & { target: string } => record.target !== undefined)
    .map(({ key, target }) => ({ key, to: writeTarget(target, place) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const base = new URL(place.address).pathname.replace(/\/$/, "");
  // These hosts cannot choose by a query.
  const plain = moved.filter(({ key }) => !key.includes("?"));
  const list = plain.map(({ key, to }) => `${base}${key} ${to} 301\n`).join("");
  const nginx = moved.map(({ key, to }) => `  "${base}${key}" "${to}";\n`).join("");
  await folder.write({ key: "_redirects", file: "_redirects", etag: null, keys: [] }, list);
  const map = `# In http {}: include this file. In server {}: if ($old_address) { return 301 $old_address; }\nmap $request_uri $old_address {\n${nginx}}\n`;
  await folder.write({ key: nginxFile, file: nginxFile, etag: null, keys: [] }, map);
}

const nginxFile = "redirects.nginx.conf";

function writeTarget(target: string, place: Place): string {
  const key = findOwnKey(target, "/", place);
  if (key === null) return target;
  const base = new URL(place.address).pathname.replace(/\/$/, "");
  return `${base}/${findAddress(findFile(key))}`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
