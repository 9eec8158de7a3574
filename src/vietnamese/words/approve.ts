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
