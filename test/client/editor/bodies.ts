import { readdirSync, readFileSync } from "node:fs";
import { nameStoredFiles } from "../../../scripts/start/demo-file.ts";
import { hostileBodies } from "../../browser/support/xss-bodies.ts";
import { cleanArticles, plantedArticles } from "../../check/corpus/corpus.ts";

/** The demo names its recordings as they are called in demo/files; the site stores their ids. */
const storedFiles = new Map(readdirSync("demo/files").map((name) => [name, "a".repeat(64)]));

export type NamedBody = [name: string, body: string];

/** Bodies as people write them, from the corpus and the demo. */
export const writtenBodies: readonly NamedBody[] = [
  ...[...plantedArticles, ...cleanArticles].map(({ name, article }): NamedBody => [
    name,
    article.body,
  ]),
  ...readdirSync("demo/articles").map((file): NamedBody => [
    file,
    nameStoredFiles(
      readFileSync(`demo/articles/${file}`, "utf8").replace(/^---[^]*?\n---\n/, ""),
      storedFiles,
    ),
  ]),
];

const youtube = "https://youtu.be/aqz-KE-bpKQ";

/** Bodies with videos, and with what is nearly a video. */
export const videoBodies: readonly NamedBody[] = [
  youtube,
  `<${youtube}?a_b=1&c*d*e>`,
  `[Ngày hội *sáng \\[tạo\\]](${youtube}?t=90 "tựa")`,
  `Trước\n\n[Ngày hội & \\[sáng tạo\\]](${youtube}?t=90)\n\nSau`,
  `[![Toàn _cảnh_](photo:${"a".repeat(64)}) Ngày  hội](${youtube})`,
  `[![](photo:anh.jpg)](<${youtube}>)\n\nhttps://vimeo.com/76979871`,
  `[![a](photo:a "chú thích") b](${youtube}) thêm chữ`,
  `[a]: ${youtube}\n\n[a]\n\n[x][a]`,
  `- ${youtube}\n\n- b\n\n> ${youtube}`,
].map((body): NamedBody => [body, body]);

/** Hostile bodies, and edge cases of Markdown. */
export const oddBodies: readonly NamedBody[] = [
  ...hostileBodies,
  "Tiêu đề\n===\n\nTiêu đề nhỏ\n---\n\n#\n\n####### bảy",
  "* a\n* b\n\n\n- c\n\n1) d\n2) e\n\n3. f",
  "- a\n\n  đoạn hai\n- b\n\n      mã\n- - c\n  - d",
  "- [ ] chưa\n- [x] rồi",
  "> a\nlười\n\n> > b\n> - c\n>\n> 1. d",
  "dòng một  \ndòng hai\\\ndòng ba\ndòng bốn",
  "**đậm *nghiêng* đậm** ***cả hai*** _gạch_ ~~bỏ~~ `mã` ``m`ã``",
  "2021\\. Năm\n\n\\- không phải danh sách\n\n\\# thăng\n\n1986\\. A",
  '[a]: https://example.org \'tựa\'\n\nXem [a], [b][a] và [c](https://example.org/x_(y) "tựa \\"hai\\"").',
  "Có[^1] hai[^hai].\n\n[^1]: Một.\n[^hai]: Hai\n    tiếp.\n\n    Đoạn nữa.",
  "| a \\| b | `c \\| d` |\n|:-:|--:|\n| **x** |\n| 1 | 2 | 3 |",
  "&amp;lt; &#7843; &nbsp; & &unknown; <https://example.org> a@b.vn www.example.org",
  '![](photo:a) ![b](photo:b)\n![c \\] d](photo:c "Chú \\"thích\\" &amp; hết")',
  "chữ ![x](photo:a) chữ\n\n![x](https://example.org/a.png)",
  "    mã thụt\n\n~~~\nmã rào\n~~~\n\n***\n\n- - -",
  "\n\n\nđầu có dòng trống\n\n\n\ncuối cũng vậy\n\n\n",
  "a\r\nb\r\n\r\nc",
  "",
].map((body, place): NamedBody => [`${place}: ${JSON.stringify(body).slice(0, 60)}`, body]);
