import { isCapitalised } from "../vietnamese/syllable.ts";

/*
 * What tells a person's name from other capitalised words. Vietnamese names are two to five
 * syllables, surname first; the surnames are few.
 */

/** Surnames of the Kinh and of the peoples of the northern uplands, as names begin with them. */
const commonSurnames = new Set(
  (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh " +
    "Trương Đinh Lâm Phùng Mai Tô Hà Tạ Cao Thái Lương Chu Châu Quách Triệu Nông Bế Vi La Hứa Mạc " +
    "Giàng Sùng Vàng Thào Hầu Ma Tẩn Chảo Lò Lù Lừu Cứ Hảng Tráng Má Sần Phàn Lồ Vù Hoàng Tống Kiều " +
    "Bạch Doãn Khổng Khuất Lại Lưu Nghiêm Ninh Ông Quản Tăng Thân Thẩm Tôn Văn Viên Đàm Điêu Quàng " +
    "Lường Cà Tòng Bàn Đèo Cầm Hạng Giáp Lã Âu Cù Đồng Đường Chử Từ Phí Trang Thạch Kim Y Rơ Rcom"
  ).split(" "),
);

/** Surnames that are common words as well, so that only an honorific makes a name of them. */
const commonWords = new Set(
  "Văn Thân Tôn Viên Quản Đồng Đường Từ Trang Thạch Kim Bàn Ông Y Hà Hồ Thái Cao Châu Đèo Cầm Cà Vi La Ma Má".split(
    " ",
  ),
);

/** Historical people and places, which news texts do not name as participants. */
const notPresent = new Set([
  "Hồ Chí Minh",
  "Hoàng Liên Sơn",
  "Hà Nội Mới",
  "Trần Hưng Đạo",
  "Lê Quý Đôn",
  "Tôn Đức Thắng",
  "Lê Hồng Phong",
  "Nguyễn Trãi",
  "Võ Nguyên Giáp",
]);

/** Honorifics and degrees that stand before a name. */
const honorificPattern =
  /(?:^|[\s(“"])(?:đồng chí|đ\/c|các đ\/c|ông|bà|anh|chị|em|cháu|cụ|bác|cô|chú|thầy|nhà báo|phóng viên|kỹ sư|bác sĩ|dược sĩ|tiến sĩ|thạc sĩ|cử nhân|giáo sư|phó giáo sư|nghệ nhân|nhà giáo|học sinh|sinh viên|nông dân|luật sư|(?:gs|pgs|ts|ths|ks|bs|cn|ncs)\.?) ?$/iu;

/** A capital honorific that is the first word of the run itself ("Ông Nguyễn Văn A"). */
const leadingHonorific = new Set(
  "Ông Bà Anh Chị Em Cụ Bác Cô Chú Thầy TS ThS GS PGS KS BS CN NCS".split(" "),
);

/** After one of these a name belongs to a place, a school, a firm or a prize. */
const placeCue =
  /(?:xã|phường|thị trấn|huyện|tỉnh|thành phố|tp\.?|quận|thị xã|thôn|bản|tổ dân phố|khu|đường|phố|đại lộ|trường|thpt|thcs|tiểu học|đại học|học viện|núi|dãy|đèo|sông|suối|hồ|đảo|cầu|chợ|đền|chùa|đình|lăng|di tích|vườn|công viên|quảng trường|giải|giải thưởng|quỹ|công ty|tnhh|cp|mtv|htx|hợp tác xã|doanh nghiệp|cơ sở|báo|nhà xuất bản|bệnh viện|khách sạn|tượng đài|tư tưởng|đạo đức|phong cách|mang tên|thủy điện|ga|sân bay) ?[“"]?$/iu;

/** The name in a run of capitalised words, with its place in the run; null when it names nobody. */
export function findNameInRun(
  run: string,
  before: string,
): { name: string; offset: number } | null {
  const words = run.split(" ");
  const surname = words.findIndex(
    (word) => commonSurnames.has(word) && !isHonorificFor(word, words),
  );
  const first = surname < 0 ? findNameAfterHonorific(words) : surname;
  const lead = words.slice(0, first).join(" ");
  const honorific = honorificPattern.test(lead ? `${before}${lead} ` : before);
  if (surname < 0 && !honorific) return null;
  if (placeCue.test(lead ? ` ${lead} ` : before)) return null;
  const name = readNameWords(words.slice(first));
  const spoken = name.join(" ");
  if (notPresent.has(spoken) || name.length < findShortestName(name, honorific)) return null;
  return { name: spoken, offset: lead ? lead.length + 1 : 0 };
}

/** "Ông Nguyễn Văn A": Ông is a surname too, and here it is none. */
function isHonorificFor(word: string, words: readonly string[]): boolean {
  return leadingHonorific.has(word) && words.indexOf(word) === 0;
}

function findNameAfterHonorific(words: readonly string[]): number {
  return words[0] !== undefined && leadingHonorific.has(words[0]) ? 1 : 0;
}

function readNameWords(words: readonly string[]): string[] {
  const end = words.findIndex((word) => !isCapitalised(word));
  return words.slice(0, Math.min(end < 0 ? words.length : end, 5));
}

/** Two syllables after an honorific; three on its own, and never a common word. */
function findShortestName(name: readonly string[], honorific: boolean): number {
  if (honorific) return 2;
  return name[0] !== undefined && commonWords.has(name[0]) ? Infinity : 3;
}
