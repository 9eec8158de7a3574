import type { LegacyEncoding, LegacyWord } from "../legacy-detect.ts";
import type { NormaliseChange, RemovedCharacter } from "../normalise.ts";

const legacyNames: Record<LegacyEncoding, string> = {
  tcvn3: "TCVN3 (font .VnTime, .VnArial)",
  vni: "VNI (font VNI-Times, VNI-Helve)",
};

const changeNames: Record<NormaliseChange, string> = {
  "unicode-form": "chữ dùng Unicode tổ hợp đã được đưa về dựng sẵn",
  space: "dấu cách đặc biệt đã được thay bằng dấu cách thường",
  invisible: "ký tự không nhìn thấy đã được bỏ",
  "line-end": "dấu xuống dòng đã được đưa về một kiểu",
  bullet: "ký hiệu đầu dòng của Word đã được thay",
};

/** Removed characters that a finding names one by one. */
const maxPlaces = 5;

const removedNames: Record<string, string> = {
  "U+00AD": "dấu nối mềm",
  "U+200B": "dấu cách rộng 0",
  "U+200C": "dấu ngăn nối chữ",
  "U+200D": "dấu nối chữ",
  "U+FEFF": "dấu đầu tệp",
};

function nameRemovedPlace({ code, before }: RemovedCharacter): string {
  const name = removedNames[code];
  const character = name === undefined ? code : `${name} ${code}`;
  return before === "" ? `${character} ở đầu dòng` : `${character} sau “${before}”`;
}

/** What soát bài says to reporters and editors. */
export const checkWords = {
  missingTitle: "Bài chưa có tiêu đề.",
  missingLede: "Bài chưa có sapo.",
  missingSection: "Bài chưa chọn chuyên mục.",
  missingByline: "Bài chưa có tên tác giả.",
  missingAlt: "Ảnh chưa có mô tả (alt) cho người đọc không nhìn thấy ảnh.",
  altIsTitle: "Mô tả ảnh chỉ lặp lại tiêu đề. Hãy viết điều nhìn thấy trong ảnh.",
  altNumbered:
    "Mô tả ảnh kết thúc bằng số thứ tự hoặc là tên tệp. Hãy viết điều nhìn thấy trong ảnh.",
  duplicateAlt: "Mô tả này đã dùng cho một ảnh khác trong bài. Mỗi ảnh cần mô tả riêng.",
  legacyText: (encoding: LegacyEncoding, words: readonly LegacyWord[]): string => {
    const readings = words.map(({ text, reading }) => `“${text}” là “${reading}”`).join(", ");
    return `Đoạn này có vẻ gõ bằng bảng mã cũ ${legacyNames[encoding]}: ${readings}. Hãy chuyển sang Unicode rồi đọc lại.`;
  },
  garbledText: (sample: string): string =>
    `Đoạn này có ký tự bị lỗi, không đọc được (“${sample}”). Hãy dán lại từ bản gốc.`,
  impossibleDate: (date: string): string => `Lịch không có ngày ${date}.`,
  yearConflict: (date: string, reviewed: number, suggestion: string): string =>
    `Bài tổng kết năm ${reviewed} nhưng lại diễn ra ngày ${date}. Có phải là ${suggestion}?`,
  weekdayMismatch: (date: string, right: string, written: string): string =>
    `Ngày ${date} là ${right}, không phải ${written}.`,
  futureInPastTense: (date: string): string =>
    `Ngày ${date} chưa tới nhưng câu kể việc đã diễn ra.`,
  tableSum: (written: string, sum: string): string =>
    `Tổng ghi trong bảng là ${written}, nhưng cộng các số lại được ${sum}.`,
  personName: (odd: string, usual: string): string =>
    `“${odd}” và “${usual}” có phải là một người? Hãy viết tên thống nhất.`,
  personOffice: (name: string, first: string, second: string): string =>
    `Chức danh của ${name} không thống nhất trong bài: “${first}” và “${second}”.`,
  captionStranger: (name: string): string =>
    `Chú thích ảnh nêu tên ${name}, nhưng trong bài không nhắc đến người này.`,
  ledeFullStop: "Sapo thiếu dấu chấm ở cuối.",
  mixedDashes: (name: string): string =>
    `Chức danh của ${name} lúc dùng gạch nối “-”, lúc dùng gạch ngang “–”. Hãy dùng một kiểu.`,
  mixedTonePlacement: (odd: string, usual: string, few: number, many: number): string =>
    `Bài đặt dấu thanh theo hai kiểu: “${odd}” (${few} lần) và “${usual}” (${many} lần). Hãy dùng một kiểu.`,
  doubleSpace: "Thừa dấu cách.",
  spaceBefore: (sign: string): string => `Thừa dấu cách trước dấu “${sign}”.`,
  longTitle: (length: number, max: number): string =>
    `Tiêu đề dài ${length} ký tự. Nên không quá ${max} ký tự để khỏi bị cắt khi chia sẻ và tìm kiếm.`,
  longParagraph: (length: number, max: number): string =>
    `Đoạn văn dài ${length} ký tự. Nên tách thành các đoạn không quá ${max} ký tự để dễ đọc trên điện thoại.`,
  handbookForm: (written: string, right: string): string =>
    `Sổ tay tòa soạn viết “${right}”, ở đây viết “${written}”.`,
  handbookOffice: (name: string, entry: string): string =>
    `Sổ tay tòa soạn ghi “${entry}”. Hãy xem lại chức vụ của ${name}.`,
  nearDuplicateLabel: {
    tag: (name: string, known: string): string =>
      `Từ khóa “${name}” gần giống từ khóa “${known}” đã có trên báo. Hãy dùng từ khóa đã có để bài vào cùng một danh sách.`,
    author: (name: string, known: string): string =>
      `Tên tác giả “${name}” gần giống “${known}” đã có trên báo. Nếu là cùng một người, hãy dùng tên đã có.`,
  },
  nearDuplicateTitle: (published: string): string =>
    `Tiêu đề gần như trùng với một bài đã đăng: “${published}”.`,
  phoneNumber: (number: string): string =>
    `Bài có số điện thoại ${number}. Hãy chắc rằng số này được phép công khai.`,
  citizenId:
    "Bài có số căn cước hoặc chứng minh nhân dân. Hãy xóa số này. Nếu phải đăng, biên tập viên xác nhận kèm lý do trong biểu mẫu của bài.",
  footnoteRepeated: (label: string): string =>
    `Chú thích [^${label}] được viết hai lần, bạn đọc chỉ thấy lần đầu. Hãy đặt cho mỗi chú thích một số riêng.`,
  footnoteUndefined: (label: string): string =>
    `Bài dẫn tới chú thích [^${label}] nhưng không có chú thích này, bạn đọc sẽ thấy nguyên dấu ngoặc.`,
  footnoteUnused: (label: string): string =>
    `Không chỗ nào trong bài dẫn tới chú thích [^${label}], bạn đọc sẽ không thấy nó.`,
  galleryCaptions: (bare: number, all: number): string =>
    `${bare}/${all} ảnh trong chùm ảnh chưa có chú thích.`,
  smallShareImage: (width: number, min: number): string =>
    `Ảnh đại diện chỉ rộng ${width} px, ảnh chia sẻ cần từ ${min} px. Ảnh có thể đã bị Zalo nén, hãy gửi bản gốc.`,
  missingPhoto:
    "Bài chưa có ảnh nào: khi chia sẻ và trong các nguồn tin, bạn đọc sẽ thấy hình chung của trang.",
  expiredPhoto: (day: string): string =>
    `Ảnh này chỉ được dùng đến hết ngày ${day}. Hãy thay ảnh khác, hoặc sửa hạn dùng ở trang của ảnh nếu đã được phép.`,
  fileProperties: (file: string, facts: readonly string[]): string =>
    `Tệp “${file}” có ghi: ${facts.join("; ")}. Ai tải tệp về cũng xem được. Nếu là thông tin riêng, hãy xóa trong tệp (Word, Excel, PowerPoint: Tệp › Thông tin › Kiểm tra sự cố › Kiểm tra tài liệu) rồi gửi lại.`,
  filePropertyNames: {
    author: "tác giả",
    lastModifiedBy: "người sửa cuối",
    manager: "người quản lý",
    company: "cơ quan",
    email: "thư điện tử",
    template: "đường dẫn tệp mẫu",
    description: "ghi chú của tệp",
    hasComments: "nhận xét của người duyệt",
    hasTrackedChanges: "nội dung đã sửa còn lưu vết",
  },
  smallPhoto: (width: number, height: number): string =>
    `Ảnh chỉ có ${width} × ${height} px. Ảnh có thể đã bị Zalo nén, hãy gửi bản gốc.`,
  normalisedText: (
    changes: readonly NormaliseChange[],
    removed: readonly RemovedCharacter[],
  ): string => {
    const names = changes.map((change) => changeNames[change]).join("; ");
    const places = removed.slice(0, maxPlaces).map(nameRemovedPlace);
    const more = removed.length - places.length;
    const list = [...places, ...(more > 0 ? [`và ${more} chỗ khác`] : [])].join(", ");
    return `Văn bản đã được chuẩn hóa khi nhận: ${names}${list === "" ? "" : ` (${list})`}.`;
  },
};
