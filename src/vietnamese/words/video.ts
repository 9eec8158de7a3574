/** What the site and the form say about videos. */
export const videoWords = {
  on: {
    youtube: "Video trên YouTube",
    vimeo: "Video trên Vimeo",
    facebook: "Video trên Facebook",
  },

  title: "Tên video",
  titleHint: "Video nói về điều gì",
  choosePoster: "Chọn ảnh bìa",
  removePoster: "Bỏ ảnh bìa",
  posterAlt: "Mô tả ảnh bìa",
  posterAltHint: "Ai, cái gì, ở đâu, đang làm gì",
  remove: "Bỏ video khỏi bài",
  tools: "Sửa video",
} as const;
