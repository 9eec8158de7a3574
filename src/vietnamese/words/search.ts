/** What the search page says. */
export const searchWords = {
  page: "Trang",
  title: "Tìm kiếm",
  titleOf: (query: string) => `Tìm “${query}”`,
  description: (site: string) => `Tìm tin, bài trên ${site} theo từ khóa, chuyên mục và ngày đăng.`,
  landmark: "Tìm trong mọi bài và trang",
  field: "Từ khóa",
  submit: "Tìm",
  filters: "Lọc theo chuyên mục, ngày đăng",
  section: "Chuyên mục",
  everySection: "Mọi chuyên mục",
  since: "Đăng từ ngày",
  until: "Đến hết ngày",
  clearFilters: "Bỏ lọc",

  order: "Sắp xếp",
  orders: { relevance: "Liên quan nhất", newest: "Mới nhất" },
  results: "Kết quả tìm kiếm",
  found: (count: number, query: string) => `Tìm thấy ${count} kết quả có “${query}”`,
  foundMore: (count: number, query: string) =>
    `Tìm thấy hơn ${count.toLocaleString("vi-VN")} kết quả có “${query}”`,
  notFound: (query: string) => `Không tìm thấy kết quả nào có “${query}”`,
  /** The words are in no text, but the last one begins a longer one. */
  onlyBeginning: (query: string, letters: string) =>
    `Không kết quả nào có đúng “${query}”, nhưng có kết quả chứa từ bắt đầu bằng “${letters}”`,
  /** After a count that includes texts in which the word has other marks. */
  anyMarks: ", kể cả từ viết khác dấu",
  nothingMore: "Không còn kết quả nào nữa.",
  inSection: (name: string) => ` trong chuyên mục ${name}`,
  published: (since: string | null, until: string | null) => {
    if (since === null) return until === null ? "" : `, đăng đến hết ngày ${until}`;
    return until === null
      ? `, đăng từ ngày ${since}`
      : `, đăng từ ngày ${since} đến hết ngày ${until}`;
  },
  beginningWith: (letters: string) => `Kết quả có từ bắt đầu bằng “${letters}”`,
  next: "Kết quả tiếp theo",
  backToFirst: "Về đầu kết quả",

  noWords: "Hãy gõ ít nhất một chữ hoặc một số để tìm.",
  cut: "Câu tìm kiếm quá dài, nên chỉ những từ đầu được dùng để tìm.",
  wrongDate: (text: string) =>
    `“${text}” không phải là một ngày, nên kết quả không lọc theo ngày này.`,
  datesReversed: "Ngày bắt đầu đứng sau ngày kết thúc, nên không kết quả nào có thể khớp.",

  tryThis: "Bạn có thể thử",
  withoutFilters: "Tìm trong mọi chuyên mục, mọi thời gian",
  without: (words: readonly string[]) =>
    `Bỏ ${words.map((word) => `“${word}”`).join(", ")}: không kết quả nào có từ này`,
  withoutQuotes: "Bỏ dấu ngoặc kép, để các từ không cần đứng liền nhau",
  fewerWords: "Dùng ít từ hơn, hoặc từ khác cùng nghĩa.",
  anySpelling: "Kiểm tra lại cách viết; gõ không dấu cũng tìm được.",
  latestInstead: "Bài mới nhất",

  hints: "Cách tìm",
  hint: [
    "Gõ có dấu hay không dấu đều được: “dang” tìm cả “Đảng”, “đang”, “dâng”. Gõ có dấu thì bài viết đúng như vậy đứng trước.",
    'Bài hay trang được tìm thấy khi có đủ mọi từ. Đặt cụm từ trong ngoặc kép để tìm các từ đứng liền nhau: "tổng kết năm".',
    "Chưa gõ hết từ cuối cũng tìm được: “tong k” tìm cả “tổng kết”.",
  ],
} as const;
