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
      isText ? writeText(number) : writePage(number),
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

function writePage(number: number): string {
  const title = writeTitle(number);
  const menu = Array.from(
    { length: 40 },
    (_, item) => `<li><a href="/muc-${item}">Chuyên mục ${item}</a></li>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title} | Sở Khoa học</title></head><body>
<div class="menu"><ul>${menu.join("")}</ul></div><div class="detail"><h1>${title}</h1><div class="date">${writeDate(number)} 08:30</div>
<div class="sapo"><p>${writeSentence(number, 30)}</p></div><div class="content">
<p style="text-align:center"><img src="bai-${number}-1.jpg" alt="${title}"></p><p style="text-align:center"><em>Ảnh thứ nhất của bài số ${number}</em></p>
${Array.from({ length: 5 }, (_, part) => `<p style="text-align:justify"><span style="font-size:14pt">${writeSentence(number + part, 70)}</span></p>`).join("\n")}
<p style="text-align:center"><img src="bai-${number}-2.jpg" alt="${title} - 1"></p><p style="text-align:center"><em>Ảnh thứ hai của bài số ${number}</em></p>
<p style="text-align:right"><strong>Thế Bằng – TT Phát triển KH&amp;CN</strong></p></div></div></body></html>`;
}

function writeText(number: number): string {
  const title = writeTitle(number);
  const photos = [
    `bai-${number}-1.jpg`,
    `Ảnh thứ nhất của bài số ${number}`,
    "",
    `bai-${number}-2.jpg`,
    `Ảnh thứ hai của bài số ${number}`,
  ];
  const text = Array.from({ length: 5 }, (_, part) => writeSentence(number + part, 70));
  return [
    title,
    "",
    writeDate(number),
    "",
    writeSentence(number, 30),
    "",
    ...photos,
    "",
    ...text,
    "",
    "Thế Bằng – TT Phát triển KH&CN",
  ].join("\n");
}

function writeTitle(number: number): string {
  return `Bài số ${number} về ${writeSentence(number, 8).toLowerCase().replace(".", "")}`;
}

function writeDate(number: number): string {
  const padToTwoDigits = (value: number): string => String(value).padStart(2, "0");
  return `${padToTwoDigits(1 + (number % 28))}/${padToTwoDigits(1 + (number % 12))}/${2005 + (number % 20)}`;
}

function writeSentence(seed: number, length: number): string {
  const text = Array.from(
    { length },
    (_, at) => words[(seed * 7 + at * (1 + (seed % 5))) % words.length],
  ).join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
