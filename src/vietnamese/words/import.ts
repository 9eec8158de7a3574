/** What `npm run import` says, and the alts it gives photos that have none. */
export const importWords = {
  usage: [
    "Cách dùng: npm run import -- THƯ_MỤC_HOẶC_TỆP [tham số]",
    "  --site URL              trang nhận bài, mặc định http://localhost:8787",
    "  --reporter-token MÃ     mã truy cập gửi bài (hoặc biến BAN_TIN_REPORTER_TOKEN)",
    "  --editor-token MÃ       mã truy cập duyệt đăng (hoặc biến BAN_TIN_EDITOR_TOKEN); thiếu thì bài chỉ chờ duyệt",
    "  --section SLUG          chuyên mục của bài không rõ chuyên mục",
    "  --section-map TỆP       JSON hoặc CSV: tên chuyên mục cũ hoặc thư mục/ → chuyên mục mới",
    "  --byline-unit TÊN       đơn vị ký tên khi bài không ghi đơn vị",
    "  --old-url-map TỆP       CSV: địa chỉ cũ,tệp – địa chỉ cũ sẽ dẫn tới bài",
    "  --facts TỆP             CSV: file,credit,source,license,usableUntil,madeByAi – thông tin của ảnh, nhãn AI của bài",
    "  --legacy tcvn3|vni      bảng mã của chữ đã mất font (không có tham số này thì tệp bị bỏ qua)",
    "  --charset TÊN           bảng mã của tệp không khai bảng mã, ví dụ windows-1258",
    "  --date-order dmy|mdy    thứ tự ngày tháng khi 1/5/2014 có thể đọc hai cách",
    "  --stand-in-alt          ảnh không có mô tả được ghi “chưa có mô tả” để bài vẫn đăng được",
    "  --concurrency N         số bài gửi cùng lúc, mặc định 2",
    "  --dry-run               chỉ đọc và báo cáo, không gửi gì",
    "  --report TỆP            ghi báo cáo JSON, và bản dễ đọc bên cạnh (.txt)",
    "  --state TỆP             nhật ký để chạy tiếp, mặc định THƯ_MỤC.import.db",
  ].join("\n"),

  unknownFlag: (flag: string) =>
    `Không có tham số ${flag}. Gõ npm run import -- --help để xem cách dùng.`,
  flagNeedsValue: (flag: string) => `Tham số ${flag} cần một giá trị.`,
  oneInput: "Hãy nêu đúng một thư mục hoặc tệp để nhập.",
  wrongValue: (flag: string, value: string, allowed: string) =>
    `Tham số ${flag} không nhận “${value}”: phải là ${allowed}.`,
  noInput: (path: string) => `Không đọc được ${path}.`,
  needsToken: (flag: string, variable: string) =>
    `Thiếu mã truy cập: hãy dùng ${flag} hoặc đặt biến ${variable}. Muốn xem thử thì thêm --dry-run.`,
  tokenRefused: (flag: string) => `Trang không nhận mã truy cập của ${flag}.`,
  needsSection:
    "Hãy nêu chuyên mục bằng --section hoặc --section-map: bài không có chuyên mục thì không đăng được.",
  measurePagesUsage:
    "Cách dùng: npm run measure:pages -- THƯ_MỤC (mỗi trang một thư mục có source.html và expected.html)",
  intakeReportUsage: "Cách dùng: npm run intake:report -- <thư mục hoặc tệp .docx, .html>",
  unknownSection: (slug: string) => `Trang không có chuyên mục “${slug}”.`,
  siteUnreachable: (site: string, reason: string) => `Không kết nối được ${site}: ${reason}`,
  notTheSite: (site: string, status: number) =>
    `${site} không trả lời như một Bản tin (/healthz: ${status}).`,
  badTable: (file: string, line: number) =>
    `Tệp ${file}, dòng ${line}: phải có đúng hai cột, cách nhau bằng dấu phẩy.`,
  factColumns: (file: string, line: number, columns: string) =>
    `Tệp ${file}, dòng ${line}: phải có đúng các cột ${columns}; dòng đầu là tên cột.`,
  badFacts: (file: string, line: number) =>
    `Tệp ${file}, dòng ${line}: thông tin không hợp lệ. Nguồn là own, agency, reader hoặc other (kèm license); ngày viết như 2026-12-31; AI là generated hoặc altered; dòng của bài chỉ ghi AI.`,
  badFile: (file: string) => `Không đọc được tệp ${file}.`,
  otherSite: (state: string, site: string) =>
    `Nhật ký ${state} là của lần nhập vào ${site}. Chọn nhật ký khác bằng --state.`,
  badState: (state: string) =>
    `Không mở được nhật ký ${state}, hoặc một lần nhập khác đang dùng nó.`,

  counting: (count: number) => `Có ${count.toLocaleString("vi")} tệp để đọc.`,
  progress: (done: number, all: number, counts: string, rate: string, left: string) =>
    `${done.toLocaleString("vi")}/${all.toLocaleString("vi")} · ${counts} · ${rate} bài/giây${left}`,
  timeLeft: (time: string) => ` · còn ${time}`,
  waiting: (seconds: number) => `Trang đang giới hạn tốc độ, chờ ${seconds} giây rồi gửi tiếp.`,
  stopping: "Đang dừng: chờ những bài đang gửi dở. Chạy lại đúng lệnh này để nhập tiếp.",
  brokenOff: (reason: string) =>
    `Phải dừng giữa chừng: ${reason} Chạy lại đúng lệnh này để nhập tiếp.`,

  stages: {
    published: "đã đăng",
    submitted: "chờ duyệt",
    draft: "bản nháp",
    entered: "đã gửi, chưa đăng xong",
    skipped: "bỏ qua",
    failed: "lỗi",
  },
  dryStages: {
    published: "sẽ đăng",
    submitted: "sẽ chờ duyệt",
    draft: "sẽ là bản nháp",
    entered: "sẽ gửi",
    skipped: "sẽ bỏ qua",
    failed: "lỗi",
  },
  unchanged: "đã nhập từ trước",
  changedSource: "Tệp đã khác lần nhập trước; bài trên trang được giữ nguyên.",

  /** Why a file gives no article. */
  failures: {
    "unknown-charset": () =>
      "Tệp không khai bảng mã và không phải UTF-8; dùng --charset hoặc --legacy.",
    "wrong-charset": (about: string) => `Tệp khai bảng mã ${about} nhưng nội dung không phải vậy.`,
    "legacy-text": (about: string) =>
      `Chữ gõ bằng bảng mã cũ nhưng không còn font để biết chắc (${about}); kiểm tra rồi dùng --legacy.`,
    "garbled-text": (about: string) => `Chữ đã hỏng, không đọc được (${about}).`,
    "not-article": () => "Không thấy bài viết trong tệp.",
    "no-title": () => "Không thấy tiêu đề.",
    "title-contradicts": (about: string) =>
      `Tiêu đề thấy trên trang khác tiêu đề trang tự khai (${about}); hãy xem và đưa vào bằng tay.`,
    "text-left-out": (about: string) =>
      `Chỉ nhận ra ${about}% chữ của trang; hãy xem và đưa vào bằng tay.`,
    "broken-word": (about: string) =>
      `Không phải tệp .docx đọc được${about === "" ? "" : ` (${about})`}.`,
    "old-word": () =>
      "Tệp Word kiểu cũ (.doc) hoặc có mật khẩu: mở bằng Word, chọn Lưu thành, kiểu .docx, không đặt mật khẩu.",
    "too-large": (about: string) => `Tệp quá lớn (${about} byte).`,
    unsupported: (about: string) =>
      `Chưa đọc được tệp loại ${about}; hãy đổi sang .docx hoặc .html.`,
  },
  /** By the code of an error of the file system; the error itself is for the log. */
  unreadable: (code: string) => {
    if (code === "ENOENT") return "Không còn thấy tệp.";
    if (code === "EACCES" || code === "EPERM") return "Không có quyền đọc tệp.";
    return "Không đọc được tệp, do lỗi của chương trình nhập; xem nhật ký lỗi.";
  },
  refused: (status: number, detail: string) => `Trang từ chối (${status}): ${detail}`,

  /** What was not recognised, or not kept. */
  notes: {
    "date-missing": () => "Không thấy ngày đăng: để bản nháp.",
    "date-ambiguous": () => "Ngày đăng có thể đọc hai cách, dùng --date-order: để bản nháp.",
    "section-missing": () => "Không rõ chuyên mục.",
    "category-unmapped": (about: string) =>
      `Chuyên mục cũ “${about}” không có trong --section-map.`,
    "photo-missing": (about: string) => `Không tìm thấy ảnh ${about}.`,
    "photo-refused": (about: string) => `Ảnh không dùng được: ${about}`,
    "photo-decoration": (about: string) => `Bỏ hình trang trí ${about}.`,
    "caption-lost": (about: string) => `Chú thích của ảnh không còn: “${about}”.`,
    "photos-unmatched": (about: string) =>
      `Số ảnh bên cạnh tệp không khớp số chỗ có ảnh trong bài (${about}).`,
    "document-missing": (about: string) => `Không tìm thấy tài liệu ${about}.`,
    "document-refused": (about: string) => `Tài liệu không dùng được: ${about}`,
    "documents-too-many": (about: string) =>
      `Một bài chỉ kèm được ${about} tài liệu; bỏ các tài liệu còn lại.`,
    "alt-missing": (about: string) => `${about} ảnh chưa có mô tả.`,
    "alt-stand-in": (about: string) => `${about} ảnh được ghi “chưa có mô tả”.`,
    "old-address-taken": (about: string) => `Địa chỉ cũ đang dẫn tới bài khác: ${about}`,
    blocked: (about: string) => `Soát bài: ${about}`,
    "not-published": (about: string) => `Đã gửi nhưng chưa đăng được: ${about}`,
  },

  summary: {
    title: "Kết quả nhập bài",
    dryTitle: "Đọc thử, chưa gửi gì",
    total: (count: number, seconds: string, rate: string) =>
      `${count.toLocaleString("vi")} tệp trong ${seconds} giây (${rate} tệp/giây).`,
    line: (name: string, count: number) => `- ${name}: ${count.toLocaleString("vi")}`,
    unsupported: (count: number) =>
      `- loại tệp không đọc thành bài (.doc, .pdf, .rtf, .mht; có thể là tài liệu kèm theo bài): ${count.toLocaleString("vi")}`,
    reasons: "Vì sao, và bao nhiêu tệp:",
    fileLine: (name: string, stage: string, reasons: string) => `${name} – ${stage}: ${reasons}`,
    written: (json: string, text: string) => `Báo cáo: ${json}, ${text}`,
  },

  altUnderHeading: (heading: string, number: number, all: number) =>
    all === 1 ? `Ảnh trong mục ${heading}` : `${heading} (ảnh ${number}/${all})`,
  altUndescribed: (number: number, all: number) =>
    all === 1
      ? "Ảnh của bài, chưa có mô tả"
      : `Ảnh thứ ${number} trong ${all} ảnh của bài, chưa có mô tả`,
};

export type NoteCode = keyof typeof importWords.notes;
