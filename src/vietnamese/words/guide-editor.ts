import { profileWords } from "./profiles.ts";
import { frontWords } from "./front.ts";
import { approveWords, formWords } from "./form.ts";
import { calendarWords } from "./calendar.ts";
import { deskWords } from "./desk.ts";
import { guideNotificationsPart, guideWords, onScreen as b } from "./guide.ts";
import { confirmWords } from "./findings.ts";
import { guideAdminPart, newSitePart } from "./guide-admin.ts";
import type { Guide, GuidePart } from "./guide.ts";
import { mediaWords } from "./media.ts";
import { newsroomWords } from "./newsroom.ts";
import { noteWords } from "./notes.ts";
import { reportWords } from "./reports.ts";
import { reviewPageWords } from "./review-page.ts";
import { reviewWords } from "./review.ts";

const desk: GuidePart = {
  heading: "Bàn làm việc",
  intro: "Mọi việc chờ bạn đứng trên cùng. Dùng điện thoại là đủ.",
  steps: [
    `Mở tòa soạn: ${b(deskWords.waitingForYou)} là các bài cần duyệt, kèm tên người viết và thời gian đã chờ.`,
    "Bấm tên bài để đọc và duyệt.",
    `Tìm bài cũ: bấm ${b(deskWords.articles)}, lọc theo tình trạng, chuyên mục, người viết.`,
    `Bài nào được đọc nhiều: mục ${b(deskWords.mostRead)} ở cuối bàn làm việc. Lượt xem của từng bài có trên trang của bài và trong ${b(deskWords.articles)}; số liệu trễ nhiều nhất mười phút.`,
    `Bảng nhuận bút của tháng: bấm ${b(deskWords.royalties)}.`,
    `Chân dung và một dòng giới thiệu trên trang của một tác giả: bấm ${b(profileWords.authors)}. Chỉ đưa lên khi người ấy đã đồng ý; ${b(profileWords.remove)} gỡ xuống ngay.`,
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
  heading: "Đọc và duyệt một bài",
  intro:
    "Một trang để đọc và quyết định, điện thoại cũng đủ. Bài hiện đúng như bạn đọc sẽ thấy, bắt đầu từ tiêu đề.",
  steps: [
    `Trên bàn làm việc, bấm tên bài ở ${b(deskWords.waitingForYou)}.`,
    `Đọc bài. Từ lần thứ hai, phần thêm vào gạch chân, phần bỏ đi gạch ngang; ảnh mới, ảnh đã bỏ có ghi rõ. Bỏ dấu ở ${b(reviewPageWords.showChanges)} để đọc bài sạch.`,
    "Lời nhắc của soát bài đứng cạnh chữ: bên lề trên máy tính, dưới đoạn trên điện thoại.",
    `Đọc đến hết thì nút ${b(reviewPageWords.approve)} mở. Bấm nút ấy rồi bấm ${b(reviewPageWords.approveNow)}; hoặc mở ${b(reviewPageWords.schedule)}, bấm một giờ có sẵn như ${b(calendarWords.presets.tomorrowMorning)}, hay chọn ngày giờ Việt Nam rồi bấm ${b(reviewPageWords.scheduleNow)}.`,
    `Xem cả tuần: bấm ${b(deskWords.calendar)} trên bàn làm việc. Bấm ${b(calendarWords.move)} dưới bài hẹn giờ, hoặc kéo bài sang giờ khác trên máy tính, rồi xác nhận; lỡ tay thì bấm ${b(calendarWords.undo)}.`,
    `Đổi ý sau khi hẹn giờ: mở trang của bài, bấm ${b(deskWords.reschedule)} hoặc ${b(deskWords.unschedule)}.`,
  ],
  notes: [
    "Chỉ phiên bản bạn vừa đọc được đăng. Nếu người viết vừa sửa, trang chưa đăng gì và đánh dấu chỗ sửa để bạn đọc tiếp.",
    `Bài có dòng “${deskWords.editedSince}”: bấm ${b(deskWords.seeEdits)} cạnh đó. Từ khi bạn mở bài, người viết không rút lại được nữa.`,
    "Tài liệu kèm bài được thêm, bỏ, thay hay sửa số, ngày, người ký đều ghi ở cuối trang. Mở từng tệp xem trước khi duyệt.",
    "Còn lỗi phải sửa thì chưa có nút đăng. Máy chỉ nhắc, không tự sửa sự việc.",
    `Bài có số căn cước thì phải xóa số ấy. Nếu cần đăng, biên tập viên bấm ${b(confirmWords.open)} ở lỗi ấy trong biểu mẫu của bài và ghi lý do.`,
  ],
  pictures: [
    {
      file: "article-page",
      alt: "Trang đọc và duyệt một bài trên điện thoại: bài như bạn đọc sẽ thấy, lời nhắc dưới đoạn, dưới cùng là ba nút trả lại, sửa, duyệt",
      caption: "Trang đọc và duyệt.",
    },
    {
      file: "schedule",
      alt: "Ô chọn ngày và giờ đăng bài trên điện thoại",
      caption: "Hẹn giờ đăng.",
    },
  ],
};

const giveBack: GuidePart = {
  heading: "Ghi chú và trả lại",
  intro: "Ghi chú chỉ trong tòa soạn, bạn đọc không bao giờ thấy.",
  steps: [
    `Chọn chữ trong bài rồi bấm nút hiện ra, hoặc bấm ${b(noteWords.write)} cạnh một đoạn. Viết ghi chú, bấm ${b(noteWords.save)}. Bàn phím: Ctrl+Alt+M mở ghi chú cho chữ đang chọn, Ctrl+Enter lưu.`,
    `Bấm ${b(reviewPageWords.giveBack)} ở cuối màn hình, ghi lý do: cần thêm gì, hỏi lại ai. Ghi chú đang viết dở được lưu cùng.`,
    `Bấm ${b(reviewPageWords.giveBackNow)}. Người viết thấy lý do và các ghi chú ngay trong biểu mẫu.`,
  ],
  notes: [
    `Người viết bấm ${b(noteWords.done)} ở từng ghi chú. Trang của bài giữ mọi ghi chú: ai viết, lúc nào, ở phiên bản nào, ai đánh dấu xong.`,
  ],
  pictures: [
    {
      file: "give-back",
      alt: "Ô ghi lý do trả lại bài mở ra trên điện thoại",
      caption: "Lý do càng cụ thể, bài càng về sớm.",
    },
  ],
};

const mending: GuidePart = {
  heading: "Sửa một chữ rồi duyệt",
  intro: null,
  steps: [
    `Bấm ${b(reviewPageWords.edit)} ở trang đọc và duyệt, sửa trong biểu mẫu.`,
    `Bấm ${b(approveWords.first.open)}, rồi ${b(approveWords.first.now)}: bản bạn vừa sửa được lưu và đăng, với mọi kiểm tra như khi duyệt.`,
    `Bài đang đăng: bấm ${b(approveWords.again.open)}. Nếu bản trước sai mà đã có người đọc, ghi ${b(approveWords.correction)}. Bấm ${b(approveWords.again.now)}; bài mang giờ “Cập nhật” mới.`,
  ],
  notes: [],
  pictures: [],
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
    "Bấm tên bài ở bàn làm việc: phần đổi so với bản đang đăng được đánh dấu ngay trong bài.",
    `Trên trang của bài, ${b(deskWords.compareWithPublished)} đặt hai bản cạnh nhau.`,
    `Đồng ý thì duyệt như bài mới. Địa chỉ cũ của bài vẫn dùng được, kể cả khi đổi tiêu đề.`,
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
    `Bạn đọc báo lỗi: mở ${b(reportWords.reports)} trên bàn làm việc. Sai thật thì bấm ${b(reportWords.correct)}; không sai thì ghi vì sao rồi bấm ${b(reportWords.close)}. Bạn đọc để lại thư điện tử thì bấm ${b(reportWords.writeMail)}.`,
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

const photoShelf: GuidePart = {
  heading: "Kho ảnh",
  intro: "Ảnh của mọi người ở một chỗ, kèm nguồn, hạn dùng và người chụp.",
  steps: [
    `Mở ${b(newsroomWords.media)}. Ở ${b(mediaWords.show)}, chọn những ảnh được dùng: rõ nguồn, còn hạn.`,
    `Bấm vào ảnh, ghi ${b(mediaWords.facts.source)}, ${b(mediaWords.facts.usableUntil)}, ${b(mediaWords.facts.credit)}.`,
    `Cần cắt hay xoay: bấm ${b(mediaWords.edit)}. Ảnh gốc được giữ; ảnh chia sẻ cắt quanh điểm chính.`,
    `Phóng viên đề nghị tên người chụp của ảnh đã đăng: bấm ${b(mediaWords.accept)} hoặc ${b(mediaWords.refuse)} ngay ở bàn làm việc.`,
  ],
  notes: [
    "Ảnh hết hạn vẫn còn trên bài đã đăng; bàn làm việc nhắc để bạn quyết định.",
    "Đổi khung, người chụp hay nhãn AI thì các bài đang đăng đổi ngay.",
  ],
  pictures: [],
};

const arranging: GuidePart = {
  heading: "Xếp trang nhất và trang chuyên mục",
  intro: `Trang nhất tự lấy bài mới. Muốn một bài đứng ở chỗ khác, vào ${b(frontWords.menu)} trên danh mục. Ở trang của một bài đã đăng, dòng ${b(frontWords.promote)} dẫn thẳng tới đó với bài ấy ở vị trí đầu.`,
  steps: [
    `Trang hiện các vị trí như bạn đọc thấy: ô đầu là tin chính. Muốn xếp trang của một chuyên mục, bấm tên chuyên mục ở trên cùng.`,
    `Kéo một bài bằng nút ${b(frontWords.handle)}, hoặc bấm ${b(frontWords.up)}, ${b(frontWords.down)}. Bằng bàn phím: đưa con trỏ đến ${b(frontWords.handle)}, bấm phím mũi tên.`,
    `Muốn chọn bài khác hay giữ bài đến một giờ: bấm ${b(frontWords.automatic)} hoặc ${b(frontWords.chosen)} trong ô ấy. Bài không có trong danh sách thì tìm ở ${b(frontWords.find)}.`,
    `Bấm ${b(frontWords.preview)} để xem đúng trang bạn đọc sẽ thấy, rồi ${b(frontWords.save)}, hoặc ${b(frontWords.goOn)} để trở lại.`,
  ],
  notes: [
    "Bài đã chọn rời chỗ khi hết giờ, khi bị gỡ, hoặc khi chuyển sang chuyên mục khác; chỗ ấy lại tự lấy bài mới nhất.",
    "Nếu người khác vừa lưu, trang báo tên người ấy và giữ nguyên lựa chọn của bạn để lưu lại.",
  ],
  pictures: [],
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

const pages: GuidePart = {
  heading: "Viết trang: giới thiệu, liên hệ, danh bạ",
  intro:
    "Trang đứng riêng, không nằm trong chuyên mục, danh sách hay nguồn tin; bạn đọc gặp trang qua thực đơn, tìm kiếm và sơ đồ trang. Chỉ biên tập viên và quản trị viết trang.",
  steps: [
    `Trên bàn làm việc, bấm ${b(deskWords.writePage)}. Biểu mẫu như biểu mẫu của bài, không có chuyên mục, tên tác giả và từ khóa.`,
    `Nộp, đọc và duyệt như một bài. Tìm lại các trang: bấm ${b(deskWords.articles)}, ô ${b(deskWords.kind)} chọn ${b(newsroomWords.kinds.page)}.`,
    "Danh bạ là một bảng có cột “Họ tên” và cột “Điện thoại” hoặc “E-mail”; thêm cột “Ảnh”, “Chức vụ” nếu cần. Bấm nút Bảng trên thanh công cụ rồi gõ; phím Tab sang ô kế, ở ô cuối thì thêm hàng. Trang tự làm liên kết gọi điện, gửi thư, và hiện mỗi người thành một thẻ trên điện thoại.",
    "Quản trị đưa trang vào thực đơn. Trang đã gỡ tự rời thực đơn; đổi tên trang thì thực đơn theo tên mới.",
  ],
  notes: ["Đã tạo là trang thì không đổi thành bài được, và ngược lại."],
  pictures: [],
};

/** The guide for editors, from the desk to a correction. Its last parts are for admins. */
export const editorGuide: Guide = {
  title: guideWords.names.editor,
  intro:
    "Bạn quyết định bạn đọc thấy gì. Chữ trong khung là chữ trên nút hoặc trên ô mà bạn thấy trên màn hình.",
  parts: [
    desk,
    reading,
    giveBack,
    mending,
    deliveryPart,
    revising,
    correcting,
    linking,
    photoShelf,
    erasing,
    arranging,
    together,
    versions,
    pages,
    guideNotificationsPart,
    newSitePart,
    guideAdminPart,
  ],
};
