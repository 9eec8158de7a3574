import { deskWords } from "./desk.ts";
import { confirmWords } from "./findings.ts";
import { formWords } from "./form.ts";
import { guideAdminPart } from "./guide-admin.ts";
import { guideWords, onScreen as b } from "./guide.ts";
import type { Guide, GuidePart } from "./guide.ts";
import { mediaWords } from "./media.ts";
import { newsroomWords } from "./newsroom.ts";
import { reviewWords } from "./review.ts";

const desk: GuidePart = {
  heading: "Bàn làm việc",
  intro: "Mọi việc chờ bạn đứng trên cùng. Dùng điện thoại là đủ.",
  steps: [
    `Mở tòa soạn: ${b(deskWords.waitingForYou)} là các bài cần duyệt, kèm tên người viết và thời gian đã chờ.`,
    "Bấm tên bài để vào trang của bài.",
    `Tìm bài cũ: bấm ${b(deskWords.articles)}, lọc theo tình trạng, chuyên mục, người viết.`,
    `Bảng nhuận bút của tháng: bấm ${b(deskWords.royalties)}.`,
  ],
  notes: [],
  pictures: [
    {
      file: "desk-editor",
      alt: "Bàn làm việc của biên tập viên trên điện thoại: các bài chờ duyệt, người viết và thời gian đã chờ",
      caption: "Bài chờ duyệt đứng đầu.",
    },
  ],
};

const reading: GuidePart = {
  heading: "Đọc và soát một bài",
  intro: null,
  steps: [
    `Bấm ${b(deskWords.preview)} để đọc bài đúng như bạn đọc sẽ thấy.`,
    `Xem mục ${b(deskWords.findings)}: máy nhắc ngày, thứ, tên người, dấu câu, ảnh. Điều người viết đã để nguyên thì có lý do đi kèm.`,
    `Sửa nhỏ: bấm ${b(deskWords.mendInForm)} hoặc ${b(deskWords.edit)}, sửa rồi bấm ${b(formWords.save)}. Bài vẫn chờ duyệt, và có thêm một phiên bản mang tên bạn.`,
  ],
  notes: [
    "Còn lỗi phải sửa thì chưa có nút duyệt. Máy chỉ nhắc, không tự sửa sự việc.",
    `Bài có số căn cước thì phải xóa số ấy. Nếu cần đăng, biên tập viên bấm ${b(confirmWords.open)} ở lỗi ấy trong biểu mẫu của bài và ghi lý do.`,
  ],
  pictures: [
    {
      file: "article-page",
      alt: "Trang của một bài chờ duyệt trên điện thoại: lời nhắc của soát bài, dưới cùng là nút duyệt và nút trả lại",
      caption: "Trang của một bài chờ duyệt.",
    },
  ],
};

const giveBack: GuidePart = {
  heading: "Trả lại",
  intro: null,
  steps: [
    `Bấm ${b(deskWords.giveBack)} ở cuối màn hình.`,
    "Ghi lý do: cần thêm gì, hỏi lại ai. Người viết đọc đúng những chữ này.",
    `Bấm ${b(deskWords.giveBackNow)}.`,
  ],
  notes: [],
  pictures: [
    {
      file: "give-back",
      alt: "Ô ghi lý do trả lại bài mở ra trên điện thoại",
      caption: "Lý do càng cụ thể, bài càng về sớm.",
    },
  ],
};

const approving: GuidePart = {
  heading: "Duyệt: đăng ngay hoặc hẹn giờ",
  intro: "Chỉ phiên bản bạn đang xem được đăng. Nếu người viết vừa sửa, trang báo để bạn xem lại.",
  steps: [
    `Đăng ngay: bấm ${b(deskWords.approve)}, đọc câu hỏi, rồi bấm ${b(deskWords.approveNow)}.`,
    `Hẹn giờ: bấm ${b(deskWords.schedule)}, chọn ngày giờ Việt Nam, bấm ${b(deskWords.scheduleNow)}.`,
    `Đổi ý: mở bài, bấm ${b(deskWords.reschedule)} hoặc ${b(deskWords.unschedule)}.`,
  ],
  notes: ["Bài hẹn giờ tự lên trang; bạn không cần mở máy lúc ấy."],
  pictures: [
    {
      file: "schedule",
      alt: "Ô chọn ngày và giờ đăng bài trên điện thoại",
      caption: "Hẹn giờ đăng.",
    },
  ],
};

const deliveryPart: GuidePart = {
  heading: "Biết chắc bài đã lên trang",
  intro: null,
  steps: [
    "Đăng xong, xem dòng “Đã lên trang lúc…”. Hệ thống tự mở trang bài và nguồn tin như người ngoài để kiểm tra.",
    `Nếu có gì chưa ổn, trang nói rõ điều gì. Chờ một phút rồi bấm ${b(deskWords.checkAgain)}.`,
    `Mục ${b(deskWords.alerts)} trên bàn làm việc báo bài quá giờ hẹn mà chưa lên, hoặc bộ nhớ đệm chưa làm mới được, kèm việc cần làm.`,
  ],
  notes: [],
  pictures: [],
};

const revising: GuidePart = {
  heading: "Bài đã đăng có bản mới",
  intro: "Bạn đọc vẫn thấy bản cũ cho đến khi bạn duyệt bản mới.",
  steps: [
    `Mở bài, bấm ${b(deskWords.compareWithPublished)}.`,
    "Chữ gạch ngang là phần bỏ đi, chữ gạch chân là phần thêm vào.",
    `Đồng ý thì bấm ${b(deskWords.approve)}. Địa chỉ cũ của bài vẫn dùng được, kể cả khi đổi tiêu đề.`,
  ],
  notes: [],
  pictures: [
    {
      file: "compare",
      alt: "Trang so sánh hai phiên bản trên điện thoại, phần bỏ gạch ngang, phần thêm gạch chân",
      caption: "Điều người viết đã đổi.",
    },
  ],
};

const correcting: GuidePart = {
  heading: "Đính chính và gỡ bài",
  intro: "Cả hai đều hiện ra trước bạn đọc, nên trang luôn hỏi lại một lần.",
  steps: [
    `Sai đã có người đọc: sửa bài và duyệt bản mới, rồi bấm ${b(deskWords.correct)}, ghi điều sai và điều đúng, bấm ${b(deskWords.correctNow)}. Lời đính chính có ngày giờ, đứng cuối bài và không xóa được.`,
    `Bài không nên ở trên trang: bấm ${b(deskWords.withdraw)}, ghi lý do, bấm ${b(deskWords.withdrawNow)}. Bài rời trang và nguồn tin ngay; lịch sử vẫn giữ.`,
    `Bài đã gỡ đưa lại được: mở bài, bấm ${b(deskWords.republish)}.`,
  ],
  notes: [],
  pictures: [
    {
      file: "correction",
      alt: "Ô ghi nội dung đính chính mở ra trên điện thoại",
      caption: "Viết lời đính chính.",
    },
  ],
};

const linking: GuidePart = {
  heading: "Cho lãnh đạo xem trước",
  intro: "Người xem không cần tài khoản.",
  steps: [
    `Mở bài, bấm ${b(deskWords.preview)}, kéo xuống ${b(reviewWords.link)}.`,
    `Chọn ${b(reviewWords.linkHours)} bao lâu rồi bấm ${b(reviewWords.makeLink)}.`,
    "Chép địa chỉ và gửi qua Zalo.",
  ],
  notes: [
    "Ai có liên kết đều xem được phiên bản ấy, và chỉ phiên bản ấy. Liên kết tự hết hạn, và hết hiệu lực khi bài bị gỡ.",
  ],
  pictures: [
    {
      file: "preview-link",
      alt: "Liên kết xem trước vừa tạo, với địa chỉ để chép và hạn dùng",
      caption: "Liên kết vừa tạo.",
    },
  ],
};

const erasing: GuidePart = {
  heading: "Xóa một ảnh theo yêu cầu",
  intro:
    "Người trong ảnh có quyền yêu cầu xóa (Luật 91/2025/QH15 về bảo vệ dữ liệu cá nhân). Xóa rồi không lấy lại được.",
  steps: [
    `Mở ${b(newsroomWords.media)}, tìm ảnh theo chú thích, mô tả hoặc người chụp.`,
    `Bấm vào ảnh, xem ${b(mediaWords.usage)}, rồi bấm ${b(mediaWords.erase)}.`,
    `Đọc danh sách các bài sẽ mất ảnh, ghi lý do, bấm ${b(mediaWords.eraseNow)}.`,
  ],
  notes: [
    "Ảnh biến mất khỏi mọi bài, nguồn tin, bộ nhớ đệm và kho. Lý do vào nhật ký cùng tên bạn.",
  ],
  pictures: [
    {
      file: "erase",
      alt: "Trang hỏi lại trước khi xóa vĩnh viễn một ảnh, có danh sách bài đang dùng ảnh",
      caption: "Trang hỏi lại trước khi xóa.",
    },
  ],
};

const together: GuidePart = {
  heading: "Hai người cùng một bài",
  intro: "Biểu mẫu báo khi có người khác đang mở cùng bài. Hỏi nhau trước là tốt nhất.",
  steps: [
    "Nếu cả hai cùng lưu, người lưu sau thấy hai bản đặt cạnh nhau. Chưa bản nào bị mất.",
    `Ở từng chỗ khác nhau, chọn ${b(formWords.keepMine)} hoặc ${b(formWords.takeTheirs)}.`,
    `Nếu nội dung khác nhau, đọc lại ${b(formWords.mergedBody)}. Xong thì bấm ${b(formWords.saveMerged)}.`,
  ],
  notes: [],
  pictures: [
    {
      file: "two-writers",
      alt: "Hai bản của một bài đặt cạnh nhau trên máy tính, với nút chọn bản của tôi hoặc bản kia",
      caption: "Hai bản đặt cạnh nhau, chưa bản nào mất.",
    },
  ],
};

const versions: GuidePart = {
  heading: "Phiên bản cũ",
  intro: "Mỗi lần lưu là một phiên bản. Không phiên bản nào bị xóa.",
  steps: [
    `Mở bài, bấm ${b(deskWords.allVersions)}.`,
    `Chọn hai phiên bản ở ${b(reviewWords.compare)} rồi bấm ${b(reviewWords.compareNow)}.`,
    `Muốn trở lại một phiên bản: mở phiên bản ấy, bấm ${b(reviewWords.restore)}, rồi ${b(reviewWords.restoreNow)}. Nội dung ấy thành phiên bản mới; bạn đọc chưa thấy gì thay đổi.`,
  ],
  notes: [],
  pictures: [],
};

/** The guide for editors, from the desk to a correction. Its last part is for admins. */
export const editorGuide: Guide = {
  title: guideWords.names.editor,
  intro:
    "Bạn quyết định bạn đọc thấy gì. Chữ trong khung là chữ trên nút hoặc trên ô mà bạn thấy trên màn hình.",
  parts: [
    desk,
    reading,
    giveBack,
    approving,
    deliveryPart,
    revising,
    correcting,
    linking,
    erasing,
    together,
    versions,
    guideAdminPart,
  ],
};
