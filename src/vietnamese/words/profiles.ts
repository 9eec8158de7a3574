/** The pictures of topics and the profiles of authors. */
export const profileWords = {
  photo: "Ảnh",
  photoHint:
    "Mở ảnh trong kho ảnh rồi chép địa chỉ trang của nó vào đây. Để trống nếu không dùng ảnh.",
  openLibrary: "Mở kho ảnh",
  alt: "Mô tả ảnh cho người không nhìn thấy",
  unknownPhoto: "Thư viện không có ảnh này.",
  expiredPhoto: "Ảnh này đã hết hạn được dùng.",
  noAlt: "Hãy mô tả ảnh.",
  tooLong: (max: number) => `Dài quá ${max} ký tự.`,

  authors: "Tác giả",
  authorsLead: "Mỗi tác giả có thể có chân dung và một dòng giới thiệu trên trang của mình.",
  authorsHint: "Chân dung và dòng giới thiệu trên trang của từng tác giả.",
  hasProfile: "đã có giới thiệu",
  about: "Giới thiệu trong một dòng",
  aboutHint: "Ví dụ: Phóng viên, Trung tâm Phát triển KH&CN.",
  consent:
    "Chỉ đưa ảnh và thông tin khi người ấy đã đồng ý (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15); cơ quan giữ bằng chứng đồng ý.",
  save: "Lưu",
  remove: "Xóa giới thiệu",
  removeQuestion: (name: string) =>
    `Xóa chân dung và dòng giới thiệu của ${name}? Ảnh vẫn còn trong kho ảnh.`,
  openPublic: "Xem trang cho bạn đọc",
  next: "Tiếp theo",
  start: "Đầu danh sách",
  none: "Chưa có bài đã đăng nào ghi tác giả.",
  unknownAuthor: "Không có tác giả này.",
  topicOf: (name: string) => `Ảnh của dòng sự kiện “${name}”`,
  portraitOf: (name: string) => `Chân dung của ${name}`,
} as const;
