/** A guide of the newsroom, one page. In its sentences, what stands in square brackets is written on the screen just so. */
export type Guide = {
  title: string;
  intro: string;
  parts: readonly GuidePart[];
};

export type GuidePart = {
  heading: string;
  intro: string | null;
  /** What to do, in order. */
  steps: readonly string[];
  /** What is good to know beside it. */
  notes: readonly string[];
  pictures: readonly GuidePicture[];
};

/** `file` is the name of a picture without its ending: src/newsroom/guide/pictures.ts. */
export type GuidePicture = { file: string; alt: string; caption: string };

/** What both guides share. */
export const guideWords = {
  contents: "Trong trang này",
  goodToKnow: "Nên biết",
  otherGuide: "Hướng dẫn khác:",
  names: {
    reporter: "Hướng dẫn cho phóng viên",
    editor: "Hướng dẫn cho biên tập viên",
  },
  print: "Trang này in được: mở danh mục của trình duyệt rồi chọn In. Bấm vào ảnh để xem lớn.",
} as const;

/** The words of a button, a field or a heading, as they stand on the screen. */
export function onScreen(words: string): string {
  return `[${words}]`;
}
