import { deskWords } from "./desk.ts";
import { onScreen as b } from "./guide.ts";
import type { GuidePart } from "./guide.ts";
import { notificationWords } from "./notifications.ts";

/** The part of both guides about notifications and messages. */
export const guideNotificationsPart: GuidePart = {
  heading: "Nhận thông báo và nhắn qua Zalo",
  intro: null,
  steps: [
    `Bấm tên của bạn ở góc trên, xuống mục ${b(notificationWords.heading)}, bấm ${b(notificationWords.turnOn)} rồi chọn Cho phép.`,
    `Bấm ${b(notificationWords.sendTest)} để biết chắc thiết bị nhận được. Chọn những việc cần báo rồi bấm ${b(notificationWords.save)}.`,
    `Nhắn về một bài: mở trang của bài hoặc trang đọc và duyệt, bấm ${b(deskWords.copyMessage)}, dán vào Zalo. Tin có tên bài, tình trạng và địa chỉ.`,
  ],
  notes: [
    "iPhone chỉ nhận khi trang đã được thêm vào màn hình chính.",
    "Thoát khỏi tòa soạn trên máy nào thì máy ấy thôi nhận.",
  ],
  pictures: [],
};
