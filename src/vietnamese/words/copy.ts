/** What the browser says after it copied a text. */
export const copyWords = {
  copied: "Đã chép",
  copyByHand:
    "Trình duyệt không cho chép. Chữ đã được chọn sẵn: nhấn giữ rồi chọn Sao chép, hoặc Ctrl+C.",
} as const;
