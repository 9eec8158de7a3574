import { topicWords } from "./topics.ts";
import { handbookWords } from "./handbook.ts";
import { onScreen as b } from "./guide.ts";
import type { GuidePart } from "./guide.ts";
import { deskWords } from "./desk.ts";
import { formWords } from "./form.ts";
import { mediaWords } from "./media.ts";
import { newsroomWords } from "./newsroom.ts";
import { accountWords } from "./account.ts";
import { adminWords } from "./admin.ts";
import { blockWords } from "./blocks.ts";
import { frontWords } from "./front.ts";
import { campaignWords } from "./campaign.ts";
import { peopleWords } from "./people.ts";
import { royaltyWords } from "./royalties.ts";
import { sectionWords } from "./sections.ts";
import { settingsWords } from "./settings.ts";

const { places } = adminWords;

/** How an admin fills a site that has nothing yet. The empty desk of an admin links to it. */
export const newSitePart: GuidePart = {
  heading: deskWords.newSite,
  intro: `Làm theo thứ tự này; mất chừng nửa giờ. Các mục nằm trong ${b(newsroomWords.admin)}; trên điện thoại, bấm ${b(newsroomWords.menu)} trước.`,
  steps: [
    `${b(places.sections.name)}: ghi tên từng chuyên mục, bấm ${b(sectionWords.addNow)}.`,
    `${b(peopleWords.people)}: thêm ít nhất một biên tập viên và một phóng viên, gửi cho mỗi người liên kết của họ.`,
    `${b(newsroomWords.media)}, cạnh ${b(newsroomWords.admin)}: bấm ${b(mediaWords.upload)} cho các ảnh của banner và của những khối có ảnh.`,
    `Về bàn làm việc, bấm ${b(deskWords.writePage)} cho từng trang: Giới thiệu, Cơ cấu tổ chức, Liên hệ. Viết xong bấm ${b(formWords.submit)}, rồi bấm nút đọc và duyệt, đọc đến hết và bấm ${b(deskWords.approveNow)}.`,
    `${b(places.settings.name)}: thay tên trang, cơ quan, người chịu trách nhiệm, địa chỉ, điện thoại bằng thông tin thật. Ở mục ${b(settingsWords.groups.menus)}, chép các dòng cần từ ${b(settingsWords.menuLines)}. Bấm ${b(settingsWords.review)}, rồi ${b(settingsWords.save)}.`,
    `${b(blockWords.title)}: chọn thứ tự chuyên mục, ${b(blockWords.banner)}, ${b(blockWords.links)}. Banner có hạn ở đầu mọi trang: ${b(campaignWords.title)}.`,
    `Phóng viên bấm ${b(newsroomWords.write)}, thêm ảnh và tài liệu ngay trong biểu mẫu; biên tập viên duyệt. Có bài rồi thì xếp thứ tự ở ${b(frontWords.menu)}.`,
  ],
  notes: ["Chuyên mục chưa có bài thì chưa hiện thành khối trên trang nhất."],
  pictures: [],
};

/** The part of the editors' guide for admins. */
export const guideAdminPart: GuidePart = {
  heading: "Dành cho quản trị",
  intro: `Mọi việc dưới đây ở trong ${b(newsroomWords.admin)}.`,
  steps: [
    `Thêm người: ${b(peopleWords.people)}, ${b(peopleWords.addPerson)}, ghi tên và vai trò, bấm ${b(peopleWords.addAndLink)}. Chép liên kết, gửi qua Zalo cho đúng người ấy. Liên kết dùng một lần trong 72 giờ.`,
    `Ai quên mật khẩu: mở người ấy, bấm ${b(peopleWords.makeLink)} ở mục ${b(peopleWords.link)}. Liên kết này có hạn 24 giờ; đặt mật khẩu mới xong, mọi phiên, khóa đăng nhập và mã cũ của người ấy hết hiệu lực.`,
    `Ai mất máy: mở người ấy, xem các phiên và khóa đăng nhập, bấm ${b(peopleWords.endAccess)}.`,
    `Ai nghỉ việc: mở người ấy, bấm ${b(peopleWords.disable)}. Người ấy thoát ngay trên mọi thiết bị; bài giữ nguyên. Mở lại tài khoản thì phải gửi liên kết mới.`,
    `Phần mềm khác gửi bài: ${b(peopleWords.tokens)}, chọn người và quyền, bấm ${b(peopleWords.makeToken)}. Mã chỉ hiện một lần và có hạn, lâu nhất một năm. Không dùng nữa thì bấm ${b(peopleWords.revoke)}.`,
    `Bài mang ngày đăng sai vì đồng hồ chạy sai: mở bài ấy, bấm ${b(deskWords.correctDate)}, ghi ngày đúng và lý do, đối chiếu hai ngày, rồi bấm ${b(deskWords.correctDateNow)}. Lý do được ghi trong diễn biến của bài.`,
    `Chuyên mục: ${b(places.sections.name)}. Bấm ${b(sectionWords.up)}, ${b(sectionWords.down)} để xếp; đổi tên không làm hỏng liên kết cũ.`,
    `Mỗi dòng sự kiện có thể có một ảnh của kho ảnh: bấm ${b(topicWords.edit)} ở dòng ấy. Ảnh đứng đầu trang của dòng và hiện khi trang được chia sẻ.`,
    `Các khối bên dưới tin chính của trang nhất: ${b(blockWords.title)}. Mỗi ô chọn một khối: chuyên mục, dòng sự kiện, ${b(blockWords.mostRead)}, ${b(blockWords.banner)} hoặc ${b(blockWords.links)}. Kéo bằng nút ${b(frontWords.handle)} để đổi thứ tự. Bấm ${b(frontWords.preview)}, rồi ${b(frontWords.save)}.`,
    `Tên người, chức vụ, cách viết chung: ${b(handbookWords.title)}. Bấm ${b(handbookWords.add)}, hoặc soạn trong Excel rồi bấm ${b(handbookWords.importNow)}. Soát bài nhắc ngay từ lần kiểm tra sau.`,
    `Tên trang, cơ quan, màu: ${b(places.settings.name)}. Bấm ${b(settingsWords.review)}, đọc lại, rồi bấm ${b(settingsWords.save)}.`,
    `Có khối ${b(blockWords.mostRead)} thì bạn đọc mở được cả danh sách ở /doc-nhieu; mỗi giờ trang tính lại một lần.`,
    `Lượt xem: trang tự đếm, không theo dõi bạn đọc. Muốn đếm thưa hơn hoặc thôi đếm: ${b(places.settings.name)}, ô ${b(settingsWords.fields.VIEW_SAMPLING.label)}.`,
    `Thực đơn đầu trang và cuối trang: ${b(places.settings.name)}, mục ${b(settingsWords.groups.menus)}. Mỗi mục một dòng, như “Giới thiệu | /trang/gioi-thieu”; dòng bắt đầu bằng dấu - nằm trong mục phía trên. Các dòng có sẵn để chép ở ${b(settingsWords.menuLines)}. Bỏ trống thì hiện các chuyên mục.`,
    `Ngày lễ, ngày tang: ${b(campaignWords.title)}. Ghi giờ bắt đầu và kết thúc, bấm ${b(campaignWords.preview)}, rồi bấm ${b(campaignWords.save)}. Đến giờ, trang tự đổi và tự trở lại.`,
    `Ai đã làm gì, lúc nào: ${b(places.log.name)}, lọc và tải về mở bằng Excel.`,
    `Cuối tháng: ${b(places.royalties.name)}, chọn tháng, bấm ${b(royaltyWords.csvSums)}. Trước lần đầu, đặt ${b(royaltyWords.changeRates)} theo quy chế của cơ quan.`,
  ],
  notes: [
    "Luôn có ít nhất hai quản trị, phòng khi một người quên mật khẩu.",
    `Người quản trị kỹ thuật đặt REQUIRE_PASSKEY thì quản trị, hoặc cả biên tập viên, phải đăng nhập bằng khóa; ai chưa có khóa sẽ được dẫn tới trang ${b(accountWords.title)} để thêm khóa trước.`,
  ],
  pictures: [
    {
      file: "admin",
      alt: "Trang quản trị trên máy tính, danh sách các mục: người làm, mã, chuyên mục, thiết lập, nhuận bút, nhật ký",
      caption: "Trang quản trị.",
    },
    {
      file: "royalties",
      alt: "Bảng nhuận bút một tháng trên máy tính, tổng hợp theo người",
      caption: "Nhuận bút một tháng.",
    },
  ],
};
