import { documentFormWords } from "./document-form.ts";
import { documentWords } from "./document.ts";
import { guideNotificationsPart, guideWords, onScreen as b } from "./guide.ts";
import { accountWords, passkeyWords } from "./account.ts";
import { deskWords } from "./desk.ts";
import { editorWords } from "./editor.ts";
import { formScriptWords } from "./form-script.ts";
import { dismissWords, findingWords } from "./findings.ts";
import { formWords } from "./form.ts";
import type { Guide, GuidePart } from "./guide.ts";
import { handbookWords } from "./handbook.ts";
import { intakeWords } from "./intake.ts";
import { localCopyWords } from "./local-copies.ts";
import { mediaWords, pickerWords } from "./media.ts";
import { noteWords } from "./notes.ts";
import { newsroomWords } from "./newsroom.ts";
import { reviewWords } from "./review.ts";
import { shortcutWords } from "./shortcuts.ts";

const comingIn: GuidePart = {
  heading: "Vào tòa soạn lần đầu",
  intro: "Bạn không tự đăng ký. Quản trị gửi cho bạn một liên kết qua Zalo.",
  steps: [
    `Bấm liên kết trong Zalo. Trang ${b(accountWords.welcome)} mở ra và cho biết tên đăng nhập của bạn.`,
    `Gõ mật khẩu mới hai lần: ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất. Rồi bấm ${b(accountWords.setPassword)}.`,
    `Khi được hỏi, bấm ${b(passkeyWords.accept)} để lần sau vào bằng vân tay, khuôn mặt hoặc mã mở máy.`,
    `Những lần sau: mở trang tòa soạn, bấm ${b(accountWords.signInWithPasskey)}, hoặc gõ tên, mật khẩu rồi bấm ${b(newsroomWords.signIn)}.`,
  ],
  notes: [
    "Liên kết dùng được một lần. Đừng chuyển tiếp cho ai.",
    "Quên mật khẩu thì nhắn quản trị xin liên kết mới. Bài đang viết không mất.",
    `Máy dùng chung: làm xong bấm ${b(newsroomWords.signOut)}. Còn chữ hay ảnh nào chưa lên máy chủ, trang hỏi bạn lưu hay bỏ; thoát rồi thì máy không giữ lại gì.`,
  ],
  pictures: [
    {
      file: "sign-in",
      alt: "Trang đăng nhập trên điện thoại với ô tên, ô mật khẩu và nút đăng nhập",
      caption: "Trang đăng nhập.",
    },
  ],
};

const writing: GuidePart = {
  heading: "Viết một bài",
  intro: null,
  steps: [
    `Trên ${b(newsroomWords.desk)}, bấm ${b(newsroomWords.write)}.`,
    `Ghi ${b(formWords.title)}. Chưa nghĩ ra thì viết trước cũng được: bài vẫn được lưu lên máy chủ với tên ${b(newsroomWords.untitled)}; lúc nộp mới cần tiêu đề.`,
    `Ghi ${b(formWords.lede)}: hai, ba câu tóm tắt ai, việc gì, ở đâu, khi nào. Nhớ dấu chấm cuối câu.`,
    `Viết ở ô ${b(formWords.body)} như viết trong Word. Muốn có tên mục giữa bài, bôi chữ rồi bấm ${b(editorWords.heading)}. Để con trỏ trên một nút hình thì tên nút hiện ra.`,
    `Chọn ${b(formWords.section)} và ${b(formWords.genre)}. ${b(formWords.authors)} và ${b(formWords.unit)} thường đã có sẵn từ bài trước.`,
  ],
  notes: [
    `Bài lấy từ nơi khác thì ghi ${b(formWords.source)}.`,
    `Bấm nhầm thì bấm ${b(editorWords.undo)}.`,
  ],
  pictures: [
    {
      file: "form-wide",
      alt: "Biểu mẫu viết bài trên máy tính: tiêu đề, sapo, thanh định dạng và nội dung",
      caption: "Biểu mẫu viết bài trên máy tính.",
    },
  ],
};

const shortcuts: GuidePart = {
  heading: shortcutWords.title,
  intro: `Dùng được trong biểu mẫu viết bài; nút ${b(editorWords.shortcuts)} (dấu hỏi) cạnh thanh định dạng mở danh sách này. ${shortcutWords.mac}`,
  steps: [],
  notes: shortcutWords.lines.map(([keys, meaning]) => `${b(keys)} ${meaning}.`),
  pictures: [],
};

const fromWord: GuidePart = {
  heading: "Bài đã gõ sẵn trong Word",
  intro: "Có hai cách, cách nào cũng giữ chữ đậm, bảng, danh sách và liên kết.",
  steps: [
    `Cách thứ nhất: chép trong Word (Ctrl + C), bấm vào ô ${b(formWords.body)} rồi dán (Ctrl + V). Phông và màu của Word tự bỏ đi.`,
    `Cách thứ hai: kéo cả tệp .docx thả vào khung ${b(formScriptWords.dropHere)}. Xem lại tiêu đề, sapo, tác giả và ảnh máy tìm được, rồi bấm ${b(intakeWords.apply)}.`,
  ],
  notes: [
    `Chữ gõ bằng phông cũ (.VnTime, VNI) được đổi sang Unicode. Khi máy không chắc, nó hỏi; hãy xem kỹ rồi bấm ${b(intakeWords.choose)}.`,
    "Tệp .doc cũ: mở bằng Word và lưu lại dưới dạng .docx.",
  ],
  pictures: [],
};

const photos: GuidePart = {
  heading: "Đưa ảnh vào bài",
  intro:
    "Hãy gửi ảnh gốc. Ảnh nhận qua Zalo thường đã bị nén; trên Zalo, nhờ gửi lại dạng Tệp hoặc HD.",
  steps: [
    `Thêm ảnh ở ${b(formScriptWords.dropHere)}, hoặc bấm ${b(editorWords.photo)} trên thanh định dạng: chọn nhiều ảnh một lúc, hoặc chụp ngay bằng điện thoại. Ảnh vào bài theo đúng thứ tự đã chọn; thanh báo tải được bao nhiêu nằm ngay trong ô ảnh.`,
    `Ảnh đã có trong kho: bấm ${b(formWords.fromLibrary)}, tìm và chọn ảnh, rồi bấm ${b(pickerWords.insert)}.`,
    `Ghi ${b(editorWords.caption)}, rồi ${b(editorWords.alt)}: trong ảnh có ai, đang làm gì. Bấm ${b(editorWords.copyCaption)} nếu chú thích đã nói đủ, hay ${b(editorWords.copyAllCaptions)} ở cuối nội dung. Thiếu mô tả thì chưa nộp được bài.`,
    `Ghi ${b(editorWords.photographer)}: tên này đi theo ảnh tới mọi bài dùng ảnh.`,
    "Video YouTube, Vimeo, Facebook: dán địa chỉ vào một dòng riêng, địa chỉ thành thẻ video; ghi tên video và chọn ảnh bìa ngay trong thẻ. Địa chỉ rút gọn fb.watch vẫn là liên kết thường.",
    "Video, ghi âm của cơ quan (MP4 chuẩn H.264, MP3, không quá 95 MB): chọn ở phần “Video, ghi âm” hoặc thả vào bài; gửi xong, video hiện ngay trong bài. Ghi tên, chọn ảnh bìa và bấm “Chọn phụ đề” để thêm tệp .vtt hoặc .srt; lời thoại bằng chữ dưới video được lấy từ phụ đề. Nơi quay và tên máy ghi trong tệp được xóa.",
    `Bấm ${b(editorWords.makeLead)} ở một ảnh trong bài: ảnh ấy hiện ở danh sách và khi chia sẻ, còn trong bài vẫn chỉ hiện một lần, ở đúng chỗ của nó. Muốn một ảnh khác đứng đầu bài thì chọn tệp ở ${b(formWords.leadPhoto)}.`,
    `Bấm ${b(editorWords.crop)} để cắt, xoay và chỉ chỗ chính của ảnh; ảnh gốc vẫn được giữ.`,
    `Đổi chỗ ảnh: kéo dấu chấm ở góc ô ảnh, bấm ${b(editorWords.up)}, ${b(editorWords.down)}, hoặc Alt và phím mũi tên. Muốn hai ảnh liền nhau thành chùm, bấm ${b(editorWords.group)}.`,
  ],
  notes: [
    `Ảnh nào chưa tải được thì tự thử lại; bấm ${b(formScriptWords.retry)} nếu muốn làm ngay.`,
    `Trang của mỗi ảnh trong ${b(mediaWords.library)} có ${b(mediaWords.facts.source)}, ${b(mediaWords.facts.usableUntil)} và nhãn AI. Ảnh hết hạn thì bài không nộp, không đăng được.`,
    `Ảnh đã đăng mà quên tên người chụp: mở trang của ảnh, ghi tên, bấm ${b(mediaWords.propose)}.`,
    `Có dùng AI để viết hay làm ảnh thì ghi rõ, ở ${b(formWords.madeByAi)} và ở trang của ảnh.`,
    "Nơi chụp (GPS) và thông tin máy ảnh được xóa khỏi ảnh trước khi đăng.",
  ],
  pictures: [
    {
      file: "form-photo",
      alt: "Một ảnh giữa bài viết trên điện thoại, dưới ảnh là ô mô tả và ô chú thích",
      caption: "Mỗi ảnh cần một câu mô tả.",
    },
  ],
};

const documents: GuidePart = {
  heading: "Kèm văn bản, tài liệu",
  intro: "PDF, Word, Excel, PowerPoint và ZIP; mỗi tệp không quá 25 MB, mỗi bài nhiều tệp.",
  steps: [
    `Ở phần ${b(documentFormWords.title)}, chọn tệp ở ${b(documentFormWords.add)}.`,
    `Sửa ${b(documentFormWords.fields.name)}. Văn bản hành chính thì ghi thêm ${b(documentFormWords.fields.kind)}, ${b(documentFormWords.fields.number)}, ${b(documentFormWords.fields.date)} và ${b(documentFormWords.fields.signer)}: bạn đọc tìm được theo số, và trang ${b(documentWords.listTitle)} xếp văn bản theo năm, loại và số.`,
    `Đổi số ở ${b(documentFormWords.place)} để xếp lại; đánh dấu ${b(documentFormWords.remove)} để bỏ.`,
    "Soát bài nhắc khi trong tệp còn tên người soạn, thư điện tử, nhận xét. Xóa trong Word rồi gửi lại, hoặc để nguyên nếu được phép công khai.",
  ],
  notes: [
    "Tệp có macro, có mật khẩu hoặc có đuôi không đúng với nội dung thì không nhận; thông báo ghi rõ phải sửa gì.",
    "Bạn đọc tải được tệp từ khi bài được đăng đến khi bài được gỡ.",
    "Trang của bài trong tòa soạn ghi ai đã gửi từng tệp, và bài nào khác cũng dùng tệp ấy.",
  ],
  pictures: [],
};

const saving: GuidePart = {
  heading: "Mất mạng, hết pin, lỡ đóng trang",
  intro: "Bạn không cần nhớ bấm lưu. Dòng chữ ở cuối trang luôn cho biết bài đang được giữ ở đâu.",
  steps: [
    "“Đã lưu lúc…” nghĩa là bài đã ở trên máy chủ.",
    `“${formScriptWords.offline}” nghĩa là chữ còn trên máy này. Cứ viết tiếp; có mạng lại thì bài tự lưu.`,
    `Lỡ đóng trang: mở lại bài trên cùng máy ấy. Nếu được hỏi, bấm ${b(formScriptWords.recover)}. ${b(newsroomWords.desk)} liệt kê mọi bài như vậy ở khung ${b(localCopyWords.title)}.`,
    `Muốn giữ hẳn một phiên bản để sau này so lại, bấm ${b(formWords.save)}.`,
  ],
  notes: [
    `Bài nháp không dùng nữa: mở bài, bấm ${b(deskWords.discard.title)}. Bài nằm ở mục ${b(deskWords.groups.discarded)} trong 30 ngày, bấm ${b(deskWords.restore)} là lấy lại được.`,
    "Viết dở trên máy tính, viết tiếp trên điện thoại: đăng nhập rồi mở đúng bài ấy.",
    "Nếu có người khác đang mở cùng bài, trang báo tên người ấy. Hãy hỏi nhau trước khi viết.",
  ],
  pictures: [],
};

const checking: GuidePart = {
  heading: "Soát bài",
  intro:
    "Máy đọc cùng bạn và nhắc những chỗ dễ sai: ngày không có thật, thứ không khớp ngày, thừa dấu cách, thiếu mô tả ảnh, bài chưa có ảnh nào. Máy không tự sửa bài.",
  steps: [
    `Chỗ nào bị nhắc cũng được gạch dưới trong bài: bấm vào đó, lời nhắc mở ra ngay cạnh chữ (bàn phím: Alt+Enter, rồi Tab; Esc trở lại chữ). Khung ${b(findingWords.findings)} liệt kê tất cả; bấm một dòng là tới đúng chỗ.`,
    `${b(formWords.mustMend)}: sửa xong mới nộp được.`,
    "Nhắc nào đúng thì sửa, hoặc bấm nút sửa ngay ở lời nhắc.",
    `Nhắc nào không đúng thì bấm ${b(dismissWords.open)}, ghi vì sao để nguyên, rồi bấm ${b(dismissWords.now)}. Biên tập viên sẽ thấy lý do của bạn.`,
  ],
  notes: [
    `Tên người, chức vụ, cách viết khác ${b(handbookWords.title)} cũng bị nhắc. Mở sổ tay ở ${b(handbookWords.menu)} trong danh mục; thấy thiếu thì nhắn quản trị.`,
    "Đang gõ mà thấy chữ mờ sau con trỏ là gợi ý từ sổ tay: bấm Tab hoặc chạm vào để nhận, gõ tiếp thì thôi.",
    `Ở ${b(formWords.tags)} và ${b(formWords.authors)}, gõ vài chữ, có dấu hay không, là thấy tên đã có trên báo. Chọn tên ấy để khỏi có hai từ khóa gần giống nhau.`,
  ],
  pictures: [
    {
      file: "form-findings",
      alt: "Khung soát bài trên điện thoại liệt kê ba lời nhắc",
      caption: "Ba lời nhắc của soát bài.",
    },
  ],
};

const previewing: GuidePart = {
  heading: "Xem trước",
  intro: null,
  steps: [
    `Bấm ${b(formWords.preview)}: trang hiện đúng như bạn đọc sẽ thấy.`,
    `Chọn ${b(reviewWords.telephone)} rồi ${b(reviewWords.desktop)}. Phần lớn bạn đọc dùng điện thoại.`,
    `Thấy chỗ cần sửa thì bấm ${b(reviewWords.edit)}.`,
  ],
  notes: [],
  pictures: [
    {
      file: "preview",
      alt: "Trang xem trước: nút Điện thoại, nút Máy tính và bài trong khung màn hình điện thoại",
      caption: "Xem trước ở khổ điện thoại.",
    },
  ],
};

const submitting: GuidePart = {
  heading: "Nộp bài",
  intro: "Phóng viên nộp, biên tập viên duyệt. Chưa duyệt thì bạn đọc chưa thấy.",
  steps: [
    `Bấm ${b(formWords.submit)} ở cuối biểu mẫu.`,
    `Còn lỗi phải sửa thì bài vẫn được lưu và trang chỉ chỗ cần sửa. Sửa xong bấm ${b(formWords.submit)} lần nữa.`,
    `Bài chuyển sang ${b(newsroomWords.states.submitted)}. Bạn vẫn sửa được trong lúc chờ: bấm ${b(formWords.updateWaiting)}, biên tập viên sẽ thấy chỗ bạn vừa sửa.`,
    `Nộp nhầm thì mở bài, bấm ${b(deskWords.takeBack.title)}: rút lại được cho tới khi một biên tập viên mở bài.`,
  ],
  notes: ["Mạng yếu, bấm hai lần cũng chỉ thành một bài."],
  pictures: [],
};

const returned: GuidePart = {
  heading: "Khi bài bị trả lại",
  intro: "Bị trả lại là chuyện thường. Bài còn nguyên, kèm lý do.",
  steps: [
    `Bài đứng đầu bàn làm việc, dưới ${b(deskWords.returnedToYou)}. Bấm tên bài để đọc lý do.`,
    `Bấm ${b(deskWords.edit)}. Lý do và ${b(noteWords.title)} đứng cạnh chữ; bấm chữ được trích để tới đúng chỗ.`,
    `Sửa xong chỗ nào, bấm ${b(noteWords.done)} ở ghi chú ấy.`,
    `Bấm ${b(formWords.submit)}.`,
  ],
  notes: [],
  pictures: [
    {
      file: "desk-reporter",
      alt: "Bàn làm việc của phóng viên: một bài bị trả lại kèm lý do, bên dưới là các bài đang viết",
      caption: "Bài bị trả lại đứng đầu, kèm lý do.",
    },
  ],
};

const afterwards: GuidePart = {
  heading: "Sau khi bài lên trang",
  intro: null,
  steps: [
    "Mở bài trong tòa soạn. Dòng “Đã lên trang lúc…” nghĩa là hệ thống vừa tự mở trang như một bạn đọc và thấy bài.",
    `Bấm ${b(deskWords.openPublic)} để lấy địa chỉ chia sẻ.`,
    `Thấy sai: bấm ${b(deskWords.edit)}, sửa rồi bấm ${b(formWords.submit)}. Bạn đọc vẫn thấy bản cũ cho đến khi bản mới được duyệt.`,
    "Sai nặng: gọi ngay cho biên tập viên. Biên tập viên gỡ bài hoặc đăng đính chính được.",
  ],
  notes: [],
  pictures: [
    {
      file: "delivery-check",
      alt: "Trang của một bài đã đăng, có dòng báo đã lên trang lúc mấy giờ",
      caption: "Bài đã lên trang, có giờ phút giây.",
    },
  ],
};

const never: GuidePart = {
  heading: "Những điều không làm",
  intro: null,
  steps: [],
  notes: [
    "Không đưa số điện thoại riêng, số căn cước, địa chỉ nhà của người dân vào bài hay vào ảnh. Soát bài nhắc số điện thoại và giữ bài có số căn cước lại, nhưng không thấy được chữ trong ảnh.",
    "Ảnh trẻ em, người bệnh, người gặp nạn: hỏi người nhà trước, và nghĩ xem có thật cần không.",
    "Không lấy ảnh, bài nơi khác mà không ghi nguồn.",
    "Không đặt lời vào miệng người được phỏng vấn.",
    "Không cho mượn tài khoản. Tòa soạn ghi lại ai làm gì, lúc nào.",
    "Người trong ảnh yêu cầu xóa ảnh: báo ngay biên tập viên. Ảnh được xóa khỏi mọi bài và mọi bộ nhớ đệm.",
  ],
  pictures: [],
};

/** The guide for reporters. */
export const reporterGuide: Guide = {
  title: guideWords.names.reporter,
  intro:
    "Biết dùng Word và Zalo là viết được. Chữ trong khung là chữ trên nút hoặc trên ô mà bạn thấy trên màn hình.",
  parts: [
    comingIn,
    writing,
    shortcuts,
    fromWord,
    photos,
    documents,
    saving,
    checking,
    previewing,
    submitting,
    returned,
    afterwards,
    guideNotificationsPart,
    never,
  ],
};
