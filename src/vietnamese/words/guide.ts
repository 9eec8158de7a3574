import { deskWords } from "./desk.ts";
import { notificationWords } from "./notifications.ts";

/** A guide of the newsroom, one page. Words in square brackets are on the screen exactly so. */
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
  /** Notes beside the steps. */
  notes: readonly string[];
  pictures: readonly GuidePicture[];
};

/** `file` is the name of a picture without its ending: src/newsroom/guide/pictures.ts. */
export type GuidePicture = { file: string; alt: string; caption: string };

/** Sentences that both guides share. */
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

/** The static file that scripts/build-client.ts makes of a guide's words. */
export function guideFilePath(name: "reporter" | "editor"): string {
  return `/guide/${name}.json`;
}

/** The words of a button, a field or a heading, as they stand on the screen. */
export function onScreen(words: string): string {
  return `[${words}]`;
}

/** The part of both guides about notifications and messages. */
export const guideNotificationsPart: GuidePart = {
  heading: "Nhận thông báo và nhắn qua Zalo",
  intro: null,
  steps: [
    `Bấm tên của bạn ở góc trên, xuống mục ${onScreen(notificationWords.heading)}, bấm ${onScreen(notificationWords.turnOn)} rồi chọn Cho phép.`,
    `Bấm ${onScreen(notificationWords.sendTest)} để biết chắc thiết bị nhận được. Chọn những việc cần báo rồi bấm ${onScreen(notificationWords.save)}.`,
    `Nhắn về một bài: mở trang của bài hoặc trang đọc và duyệt, bấm ${onScreen(deskWords.copyMessage)}, dán vào Zalo. Tin có tên bài, tình trạng và địa chỉ.`,
  ],
  notes: [
    "iPhone chỉ nhận khi trang đã được thêm vào màn hình chính.",
    "Thoát khỏi tòa soạn trên máy nào thì máy ấy thôi nhận.",
  ],
  pictures: [],
};
