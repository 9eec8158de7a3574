import { readBlocksText } from "../../src/intake/blocks/block.ts";
import { readPage } from "../../src/intake/page/read-page.ts";
import type { ReadPage } from "../../src/intake/page/read-page.ts";
import { formatIsoWithOffset } from "../../src/vietnamese/dates.ts";
import { options } from "./page-fixtures.ts";

export const title = "Khánh thành trạm quan trắc ở Sín Pao";
export const first =
  "Sáng 30/11, Sở Khoa học và Công nghệ đưa vào vận hành trạm quan trắc khí tượng tự động tại xã Sín Pao, đo mười phút một lần.";
export const second =
  "Trạm thứ hai sẽ lắp trong tháng 12 tại xã Tả Cồ, nơi năm nào cũng có lũ ống và sạt lở đất vào mùa mưa, gây thiệt hại lớn.";
export const third =
  "Kinh phí do ngân sách tỉnh và các nguồn hợp pháp khác bảo đảm theo quy định hiện hành, không thu của dân.";
export const p = (text: string): string => `<p>${text}</p>`;
export const article = `<h1>${title}</h1>${p(first)}${p(second)}${p(third)}`;

export function read(body: string, head = `<title>${title}</title>`, strict = true): ReadPage {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  return readPage(new TextEncoder().encode(html), { ...options, strict });
}

export const wholeText = ({ article: { lede, body } }: ReadPage): string =>
  `${lede} ${readBlocksText(body)}`;

export const readDate = ({ article: { publishedAt } }: ReadPage): string | null =>
  publishedAt === null ? null : formatIsoWithOffset(new Date(publishedAt)).slice(0, 10);
