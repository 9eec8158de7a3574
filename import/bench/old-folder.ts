import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

const words =
  "trạm quan trắc gửi số liệu về trung tâm mười phút một lần để bà con các xã vùng cao cùng theo dõi lượng mưa và nhiệt độ trong mùa lũ".split(
    " ",
  );

/**
 * Writes so many article pages of about 400 words, each with two photos, ten to a folder; one in ten is a text. `drawn` is
 * how many different photos there are, `first` the number of the first page: two folders of one site share no address.
 */
export async function writeOldFolder(
  folder: string,
  count: number,
  drawn: number,
  first = 0,
): Promise<void> {
  const photos = await Promise.all(Array.from({ length: drawn }, (_, number) => drawPhoto(number)));
  for (let number = first; number < first + count; number++) {
    const place = join(folder, String(Math.floor(number / 10)).padStart(4, "0"));
    if (number % 10 === 0 || number === first) await mkdir(place, { recursive: true });
    const isText = number % 10 === 9;
    await writeFile(
      join(place, `bai-${number}.${isText ? "txt" : "html"}`),
      isText ? textOf(number) : pageOf(number),
    );
    for (const which of [1, 2]) {
      const photo = photos[(number * 2 + which) % photos.length];
      if (photo !== undefined) await writeFile(join(place, `bai-${number}-${which}.jpg`), photo);
    }
  }
}

async function drawPhoto(number: number): Promise<Uint8Array> {
  const background = { r: number % 256, g: (number >> 8) % 256, b: 120 };
  return sharp({ create: { width: 1280, height: 853, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

function pageOf(number: number): string {
  const title = titleOf(number);
  const menu = Array.from(
    { length: 40 },
    (_, item) => `<li><a href="/muc-${item}">Chuyên mục ${item}</a></li>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title} | Sở Khoa học</title></head><body>
<div class="menu"><ul>${menu.join("")}</ul></div><div class="detail"><h1>${title}</h1><div class="date">${dateOf(number)} 08:30</div>
<div class="sapo"><p>${sentence(number, 30)}</p></div><div class="content">
<p style="text-align:center"><img src="bai-${number}-1.jpg" alt="${title}"></p><p style="text-align:center"><em>Ảnh thứ nhất của bài số ${number}</em></p>
${Array.from({ length: 5 }, (_, part) => `<p style="text-align:justify"><span style="font-size:14pt">${sentence(number + part, 70)}</span></p>`).join("\n")}
<p style="text-align:center"><img src="bai-${number}-2.jpg" alt="${title} - 1"></p><p style="text-align:center"><em>Ảnh thứ hai của bài số ${number}</em></p>
<p style="text-align:right"><strong>Thế Bằng – TT Phát triển KH&amp;CN</strong></p></div></div></body></html>`;
}

function textOf(number: number): string {
  const title = titleOf(number);
  const photos = [
    `bai-${number}-1.jpg`,
    `Ảnh thứ nhất của bài số ${number}`,
    "",
    `bai-${number}-2.jpg`,
    `Ảnh thứ hai của bài số ${number}`,
  ];
  const text = Array.from({ length: 5 }, (_, part) => sentence(number + part, 70));
  return [
    title,
    "",
    dateOf(number),
    "",
    sentence(number, 30),
    "",
    ...photos,
    "",
    ...text,
    "",
    "Thế Bằng – TT Phát triển KH&CN",
  ].join("\n");
}

function titleOf(number: number): string {
  return `Bài số ${number} về ${sentence(number, 8).toLowerCase().replace(".", "")}`;
}

function dateOf(number: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(1 + (number % 28))}/${two(1 + (number % 12))}/${2005 + (number % 20)}`;
}

function sentence(seed: number, length: number): string {
  const text = Array.from(
    { length },
    (_, at) => words[(seed * 7 + at * (1 + (seed % 5))) % words.length],
  ).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
