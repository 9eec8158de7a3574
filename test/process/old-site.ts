import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { latin1Bytes, toTcvn3 } from "../intake/legacy-bytes.ts";

const fixtures = "test/intake/fixtures";

/** A photo that no other has the bytes of. */
async function drawPhoto(number: number): Promise<Uint8Array> {
  const background = { r: (number * 40) % 256, g: (number * 90) % 256, b: 120 };
  return sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** A folder as it is left of an older site: pages of several makes with their photos, a text, documents, and what is none. */
export async function writeOldSite(folder: string): Promise<void> {
  const put = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  };
  await put("2017/che.html", await readFile(`${fixtures}/pages/vnpt-portal.html`));
  await put("portals/0/2017/3/CHE-1.JPG", await drawPhoto(1));
  await put("2019/hoi-thi.html", await readFile(`${fixtures}/pages/joomla.html`));
  await put(
    "khcn.example.vn/index.php/tin-tuc/hoat-dong/images/2019/hoithi1.jpg",
    await drawPhoto(2),
  );
  const oldPage = (await readFile(`${fixtures}/pages/hand-made-tables.html`, "utf8")).replace(
    "CHARSET",
    "x-user-defined",
  );
  await put("2004/lua.htm", latin1Bytes(toTcvn3(oldPage)));
  await put("2004/anh/lua1.jpg", await drawPhoto(3));
  await put("2004/mat-font.htm", latin1Bytes(toTcvn3(oldPage.replaceAll(/\.Vn\w+/g, "Arial"))));
  const reference = await readFile(`${fixtures}/reference.txt`, "utf8");
  await put("2021/tong-ket.txt", reference.replace(/Facebook\s+Zalo/, "28/01/2021 10:05"));
  for (let number = 1; number <= 6; number++) {
    await put(`2021/tong-ket/anh-${number}.jpg`, await drawPhoto(10 + number));
  }
  await put("2025/tap-huan.docx", await readFile(`${fixtures}/word/unicode.docx`));
  await put("2025/hong.docx", "không phải docx");
  await put("danh-sach.html", "<h1>Tin tức</h1><ul><li><a href='/2017/che.html'>Chè</a></li></ul>");
  await put("2017/che_files/khung.html", "<p>Quảng cáo</p>");
  await put("van-ban.pdf", "%PDF-1.4");
  await put(
    "2015/bai.html",
    simplePage(5, linkedDocuments).replaceAll("của trang cũ", "kèm văn bản"),
  );
  await put("2015/tai-lieu/QD 05.PDF", "%PDF-1.4\nbốn trang");
  await put("2015/hong.docx.pdf", "không phải pdf");
  await put("2025/tap-huan/Danh sách.pdf", "%PDF-1.4\ndanh sách");
}

/** One document that is there, one that is damaged, and one that is missing. */
const linkedDocuments = `<p>Xem <a href="tai-lieu/qd%2005.pdf">Quyết định số 05/QĐ-SKHCN</a>,
  <a href="hong.docx.pdf">phụ lục</a> và <a href="/uploads/mat.xls">bảng biểu</a>.</p>`;

/** A page of the simplest kind. */
export function simplePage(number: number, more = ""): string {
  return `<html><head><meta charset="utf-8"><title>Bài số ${number} của trang cũ</title></head><body>
<h1>Bài số ${number} của trang cũ</h1><p class="date">0${1 + (number % 9)}/02/2015 07:30</p>
<p class="sapo">Sapo của bài số ${number}, viết đủ dài để không ai nhầm với một dòng chữ nào khác trên trang.</p>
<p>Đoạn thứ nhất của bài số ${number}, kể lại một việc đã xảy ra ở xã Nậm Cang trong tháng hai.</p>
<p>Đoạn thứ hai của bài, nói rõ thêm về kết quả và những việc sẽ làm trong thời gian tới.</p>${more}
<p align="right"><b>Thế Bằng – TT Phát triển KH&amp;CN</b></p></body></html>`;
}
