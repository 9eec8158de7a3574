/** Sentences that several pages of the administration share. */
export const officeWords = {
  done: "Đã lưu.",
  cancel: "Thôi",
} as const;
