/** Sentences of the article's form, as the server shows it. What only script says stands in form-script.ts. */
export const formWords = {
  kinds: {
    article: {
      create: "Viết bài mới",
      titleHint: "Một câu trọn ý, nên dưới 70 ký tự.",
      edit: "Sửa bài",
      ledeHint: "Hai, ba câu tóm tắt: ai, việc gì, ở đâu, khi nào.",
    },
    page: {
      create: "Viết trang mới",
      titleHint:
        "Tên ngắn, như trên thực đơn. Địa chỉ lấy từ tên: “Giới thiệu” thành /trang/gioi-thieu.",
      edit: "Sửa trang",
      ledeHint: "Một câu giới thiệu trang, hiện dưới tên trang và khi tìm kiếm. Có thể bỏ trống.",
    },
  },
  toArticlePage: "Về trang của bài",

  title: "Tiêu đề",
  lede: "Sapo",
  ledeHint: "Hai, ba câu tóm tắt: ai, việc gì, ở đâu, khi nào.",
  body: "Nội dung",
  bodyHint: "Mỗi đoạn cách nhau một dòng trống.",
  bodyHelp: "Cách ghi chữ đậm, mục, bảng, ảnh…",
  bodyHelpLines: [
    ["**chữ đậm**", "chữ đậm"],
    ["*chữ nghiêng*", "chữ nghiêng"],
    ["## Tên mục", "tên một mục trong bài"],
    ["- một ý", "gạch đầu dòng; 1. là danh sách đánh số"],
    ["> lời trích", "đoạn trích"],
    ["[chữ](https://…)", "liên kết"],
    ['![mô tả ảnh](photo:mã "chú thích")', "ảnh đã tải lên; hai ảnh liền nhau thành chùm ảnh"],
  ],
  photosPart: "Ảnh",
  madeByAi: "Dùng trí tuệ nhân tạo (AI)",
  notByAi: "Không dùng AI để viết",
  aiLabels: { generated: "Có phần do AI viết", altered: "Có phần được sửa bằng AI" },
  photos: "Thêm ảnh",
  fromLibrary: "Chọn từ kho ảnh",
  photosHint:
    "Chọn được nhiều ảnh. Khi lưu, mỗi ảnh thành một dòng ![](photo:…) ở cuối nội dung, theo thứ tự đã chọn; hãy chuyển dòng đó tới chỗ cần đặt. Chú thích, mô tả và người chụp ghi ở danh sách ảnh hiện ra sau khi lưu.",
  textPhotos: "Ảnh trong bài",
  textPhotosHint: "Theo thứ tự trong nội dung. Chữ ghi ở đây được đưa vào nội dung khi lưu.",
  photographer: "Người chụp",
  makeLead: "Đặt làm ảnh đại diện",
  photoWordsNotWritten: (photo: string) =>
    `Chưa ghi được chú thích, mô tả của ảnh “${photo}”: hãy sửa ngay trong nội dung.`,
  creditNotSaved: (name: string, why: string) => `Chưa ghi được người chụp “${name}”: ${why}`,
  leadPhoto: "Ảnh đại diện",
  leadPhotoHint:
    "Ảnh hiện ở danh sách và khi chia sẻ; đứng đầu bài nếu trong bài chưa có ảnh ấy. Nên là ảnh ngang, rộng từ 1.200 điểm ảnh. Không chọn thì dùng ảnh đầu tiên trong bài.",
  removeLead: "Bỏ ảnh này",
  alt: "Mô tả ảnh",
  altHint: "Cho người không nhìn thấy ảnh: trong ảnh có ai, đang làm gì.",
  caption: "Chú thích",
  credit: "Người chụp",
  about: "Thông tin bài",
  section: "Chuyên mục",
  noSection: "Chưa chọn",
  genre: "Thể loại",
  tags: "Từ khóa",
  listHint: "Cách nhau bằng dấu phẩy.",
  authors: "Tác giả",
  unit: "Đơn vị",
  source: "Nguồn, nếu lấy từ nơi khác",
  sourceName: "Tên nguồn",
  sourceUrl: "Địa chỉ bài gốc",
  english: "Bản tóm tắt tiếng Anh",
  englishTitle: "Tiêu đề tiếng Anh",
  englishSummary: "Tóm tắt tiếng Anh",

  save: "Lưu nháp",
  submit: "Lưu và nộp",
  preview: "Xem trước",
  updateWaiting: "Cập nhật bản đang chờ",
  waitingNow: "Bài đang chờ duyệt: chỗ sửa thay vào bản đang chờ khi bạn bấm cập nhật.",

  normalised:
    "Một số ký tự đã được chuẩn hóa khi nhận (Unicode dựng sẵn, dấu cách đặc biệt, ký tự ẩn); chữ nghĩa không đổi.",
  savedAt: (version: number, time: string) => `Đã lưu phiên bản ${version} lúc ${time}.`,
  updatedAt: (version: number, time: string) =>
    `Đã cập nhật bản đang chờ duyệt lúc ${time}: nay là phiên bản ${version}. Biên tập viên sẽ thấy chỗ vừa sửa.`,
  autosavedAt: (time: string) => `Bài đã tự lưu lúc ${time}.`,
  workingCopy: (time: string) =>
    `Đây là bản đang viết dở, tự lưu lúc ${time}, chưa thành phiên bản.`,
  dropWorkingCopy: "Bỏ bản tự lưu",
  dropQuestion: (version: number) =>
    `Bỏ những gì đã viết sau phiên bản ${version} và mở lại phiên bản ấy? Không lấy lại được.`,
  othersAdvice:
    "Hãy hỏi nhau trước khi viết. Nếu cả hai cùng lưu, người lưu sau sẽ thấy hai bản đặt cạnh nhau để ghép; không bản nào mất.",
  publicNow: "Bạn đọc vẫn thấy bản đã đăng cho tới khi bản mới được duyệt.",
  savedNotSubmitted: "Bài đã được lưu nhưng chưa nộp được: còn lỗi phải sửa.",
  savedBut: (version: number, why: string) => `Bài đã được lưu thành phiên bản ${version}. ${why}`,
  otherPerson:
    "Trình duyệt này đang đăng nhập bằng tài khoản khác với lúc mở biểu mẫu nên chưa lưu gì. Hãy đăng nhập lại bằng tài khoản cũ; chữ chưa lưu sẽ hiện ở bàn làm việc.",
  notSaved: "Bài chưa được lưu. Những gì bạn viết còn nguyên dưới đây.",
  nothingTyped: "Chưa có chữ hay ảnh nào để lưu.",
  fileLimit: (megabytes: number) => `Mỗi lần gửi, tất cả tệp không quá ${megabytes} MB.`,
  tooHeavy: (megabytes: number) =>
    `Tệp gửi cùng một lúc nặng quá ${megabytes} MB nên chưa tệp nào được nhận. Chữ đã viết còn nguyên. Hãy chọn lại ít tệp hơn rồi gửi làm nhiều lần.`,
  tooManyPhotos: (max: number) => `Mỗi lần gửi được nhiều nhất ${max} ảnh.`,
  photoFailed: (name: string, why: string) => `Ảnh “${name}”: ${why}`,
  smallPhoto:
    "Ảnh nhỏ dưới 1.200 điểm ảnh, có thể đã bị Zalo nén. Hãy gửi bản gốc nếu có (trên Zalo: gửi ảnh dạng Tệp hoặc HD).",
  noKey: "Biểu mẫu thiếu mã của bài. Hãy mở lại trang viết bài.",
  noAct: "Biểu mẫu không nói phải làm gì. Hãy bấm lại nút ở cuối trang.",

  mustMend: "Phải sửa",
  suggestion: (text: string) => `Gợi ý: “${text}”`,
  dismissedBy: (person: string, time: string) => `${person} bỏ qua lúc ${time}:`,
  reasonNeeded: "Hãy ghi lý do vì sao để nguyên.",

  staleTitle: "Bài này được sửa ở hai nơi",
  staleIntro: (author: string, version: number, time: string) =>
    `${author} đã lưu phiên bản ${version} lúc ${time}, sau khi bạn mở bài. Hai bản đặt cạnh nhau dưới đây; chưa bản nào bị mất và bản của bạn chưa được lưu.`,
  staleByYou: "Bạn (ở một cửa sổ khác)",
  staleAdvice: "Chọn cho từng chỗ khác nhau, sửa lại nội dung đã ghép nếu cần, rồi lưu.",
  mine: "Bản của bạn",
  theirs: "Bản kia",
  sourceText: "Chữ gốc kèm ký hiệu, để chép sang bản ghép",
  keepMine: "Giữ bản của tôi",
  takeTheirs: "Lấy bản kia",
  nothing: "(trống)",
  onlyHere: "chỉ có ở bản này:",
  endOnlyHere: "hết chỗ khác",
  same: "Những chỗ khác của hai bản giống nhau.",
  mergedBody: "Nội dung sẽ lưu",
  mergedByItself: "Chỗ sửa của hai bản không chạm nhau nên đã được ghép vào một. Hãy đọc lại.",
  notMerged:
    "Hai bản sửa cùng một chỗ nên không tự ghép được: dưới đây là bản của bạn. Hãy chép những gì cần từ bản kia.",
  saveMerged: "Lưu bản đã ghép",
  staleDetail: "Bài vừa được lưu ở nơi khác. Cả hai bản còn nguyên; hãy bấm Lưu để xem và ghép.",
} as const;

/** Sentences of saving and approving in one act, in the form. */
export const approveWords = {
  first: {
    open: "Lưu và duyệt",
    question: "Lưu những gì bạn vừa sửa và đăng ngay? Bạn đọc sẽ thấy ngay.",
    now: "Lưu và đăng ngay",
  },
  again: {
    open: "Sửa và đăng lại",
    question:
      "Lưu những gì bạn vừa sửa và đăng lại ngay? Bạn đọc sẽ thấy bản mới với giờ “Cập nhật” mới.",
    now: "Đăng lại ngay",
  },
  correction: "Đính chính cho bạn đọc",
  correctionHint:
    "Nếu bản trước có điều sai mà bạn đọc đã đọc, hãy ghi điều sai và điều đúng. Để trống nếu không có gì phải đính chính.",
  typedCorrection: "Đính chính bạn đã viết, chưa đăng:",
  update: "Cập nhật",
  savedNotApproved: "Bài đã được lưu nhưng chưa đăng được: còn lỗi phải sửa.",
} as const;
