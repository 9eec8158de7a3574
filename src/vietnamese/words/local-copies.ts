/** Sentences about texts and photos that only this browser has: on the desk, and when somebody signs out. */
export const localCopyWords = {
  title: "Chưa lưu lên máy chủ, chỉ có trên máy này",
  typedAt: (time: string) => `gõ lúc ${time}`,
  photosUnsent: "còn ảnh chưa tải lên; mở bài để tải tiếp",
  discard: "Bỏ",
  discardOf: (title: string) => `Bỏ bản trên máy này: ${title}`,
  discardQuestion: (title: string) =>
    `Bỏ bản chưa lưu của “${title}” khỏi máy này? Không lấy lại được.`,

  signOutTitle: "Còn bài chưa lưu lên máy chủ",
  signOutQuestion:
    "Thoát rồi thì máy này không giữ lại gì của bạn. Những bài sau, hoặc ảnh của chúng, chỉ có trên máy này:",
  saveAndLeave: "Lưu lên máy chủ rồi thoát",
  discardAndLeave: "Bỏ các bài ấy và thoát",
  stay: "Ở lại",
  saving: "Đang lưu…",
  notSaved: (why: string) => `Chưa lưu được nên chưa thoát. ${why}`,
  signOutOffline: "Đang mất mạng nên chưa thoát được. Hãy thử lại khi có mạng.",
  offline: "Đang mất mạng.",
  newerSaved: "Một bài đã có phiên bản mới hơn của bạn: hãy mở bài đó để xem và ghép.",
  photoNotSent: (name: string) => `Ảnh “${name}” chưa tải lên được.`,
} as const;
