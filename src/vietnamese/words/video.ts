/** What the site and the form say about videos. */
export const videoWords = {
  on: {
    youtube: "Video trên YouTube",
    vimeo: "Video trên Vimeo",
    facebook: "Video trên Facebook",
  },

  /** The title of a recording that nobody has given one. */
  own: { video: "Video", audio: "Bản ghi âm" },
  kinds: { video: "Video", audio: "Ghi âm" },
  length: (seconds: number): string => {
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    const parts = [minutes > 0 ? `${minutes} phút` : "", rest > 0 ? `${rest} giây` : ""];
    return parts.filter((part) => part !== "").join(" ");
  },
  transcript: "Lời thoại bằng chữ",
  captionsLanguage: "Tiếng Việt",

  title: "Tên video",
  titleHint: "Video nói về điều gì",
  choosePoster: "Chọn ảnh bìa",
  removePoster: "Bỏ ảnh bìa",
  posterAlt: "Mô tả ảnh bìa",
  posterAltHint: "Ai, cái gì, ở đâu, đang làm gì",
  remove: "Bỏ video khỏi bài",
  tools: "Sửa video",
} as const;
