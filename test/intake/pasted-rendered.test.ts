import { expect, test } from "vitest";
import { readPastedHtml } from "../../src/client/intake/intake.ts";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";

/** What readers get of pasted HTML, without the white space between blocks. */
async function renderPasted(html: string): Promise<string> {
  const { markdown } = await readPastedHtml(html, []);
  return renderBody(markdown, new Map()).html.replace(/\s+/g, " ").replace(/> </g, "><").trim();
}

/** A paragraph of a list of Word. */
function item(label: string, text: string): string {
  return `<p class=MsoListParagraph style='mso-list:l3 level1 lfo4'><![if !supportLists]><span style='mso-list:Ignore'>${label}<span>&nbsp; </span></span><![endif]>${text}</p>`;
}

test.each([
  ["a tracked change", "<p>có <del>7</del><ins>9</ins> hộ</p>", "<p>có 9 hộ</p>"],
  [
    "a tracked change in Word's classes",
    "<p>trồng <span class=msoDel><del>40</del></span><span class=msoIns><ins>45</ins></span> ha</p>",
    "<p>trồng 45 ha</p>",
  ],
  ["struck text", "<p>Vé <strike>50</strike> 60 nghìn</p>", "<p>Vé <del>50</del> 60 nghìn</p>"],
  [
    "a comment of Word",
    "<p>Có 30 học viên<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[B2]</a></span> dự lớp</p><div style='mso-element:comment-list'><div class=msocomtxt id='_com_1'><p>Hỏi lại Phòng</p></div></div>",
    "<p>Có 30 học viên dự lớp</p>",
  ],
  [
    "hidden text",
    "<p>Lớp học<span style='display:none'> (nháp)</span> kéo dài hai ngày.</p>",
    "<p>Lớp học kéo dài hai ngày.</p>",
  ],
  ["a start", "<ol start=4><li>Bốn<li>Năm</ol>", '<ol start="4"><li>Bốn</li><li>Năm</li></ol>'],
  [
    "a list that goes on",
    "<ol><li>Đất<li>Nước</ol><p>Xen giữa.</p><ol start=3><li>Giống</ol>",
    '<ol><li>Đất</li><li>Nước</li></ol><p>Xen giữa.</p><ol start="3"><li>Giống</li></ol>',
  ],
  [
    "articles of a decision",
    item("Điều 3.", "Kinh phí") + item("Điều 4.", "Hiệu lực"),
    "<p>Điều 3. Kinh phí</p><p>Điều 4. Hiệu lực</p>",
  ],
  ["Roman numbers", item("IX.", "Tổ chức thực hiện"), "<p>IX. Tổ chức thực hiện</p>"],
  ["clauses", item("b)", "Hỗ trợ giống"), "<p>b) Hỗ trợ giống</p>"],
  [
    "bold that touches a word",
    "<p><b>Khoản 2.</b>Đối tượng</p>",
    "<p><strong>Khoản 2.</strong>Đối tượng</p>",
  ],
  ["italics that end in a sign", "<p>tăng <i>12%</i>.</p>", "<p>tăng <em>12%</em>.</p>"],
  [
    "a flag and a face",
    '<p><img alt="🇱🇦" src="https://example.vn/1f1f1.png"> Lào <img alt="😀" src="https://example.vn/1f600.png"></p>',
    "<p>🇱🇦 Lào 😀</p>",
  ],
  [
    "a link of its own site",
    "<p>Tải <a href='/tai-lieu/bieu-mau.html'>biểu mẫu</a>.</p>",
    "<p>Tải biểu mẫu.</p>",
  ],
  [
    "a link that follows readers about",
    "<p><a href='https://example.vn/ban-do?xa=9&amp;utm_medium=zalo&amp;fbclid=q'>Bản đồ</a></p>",
    '<p><a href="https://example.vn/ban-do?xa=9" rel="noopener">Bản đồ</a></p>',
  ],
  [
    "a film",
    "<iframe src='https://www.youtube.com/embed/zyxwvutsrqp?start=5'></iframe>",
    '<figure class="video" data-frame="https://www.youtube-nocookie.com/embed/zyxwvutsrqp?autoplay=1"><a href="https://www.youtube.com/watch?v=zyxwvutsrqp" rel="noopener"><span class="video-screen"></span><b>https://www.youtube.com/watch?v=zyxwvutsrqp</b><span class="video-source">Video trên YouTube</span></a></figure>',
  ],
  [
    "a numbered heading of LibreOffice",
    "<ol><ol><li><h3>Bài học</h3></li></ol></ol><p>Ba năm nhìn lại.</p>",
    '<h2 id="muc-bai-hoc">Bài học</h2><p>Ba năm nhìn lại.</p>',
  ],
  ["about, not struck", "<p>Cao 3~4 m, nặng 2~3 kg.</p>", "<p>Cao 3~4 m, nặng 2~3 kg.</p>"],
  [
    "what looks like Markdown",
    "<p># 1 * 2 * 3 _a_ [x](y) &lt;b&gt; `z`</p>",
    "<p># 1 * 2 * 3 _a_ [x](y) &lt;b&gt; `z`</p>",
  ],
  [
    "a date that looks like a list",
    "<p>30. tháng 11</p><p>- gạch</p>",
    "<p>30. tháng 11</p><p>- gạch</p>",
  ],
])("%s is pasted as readers shall see it", async (_, html, right) => {
  expect(await renderPasted(html)).toBe(right);
});

test("a table in a cell is pasted as words of that cell", async () => {
  const html =
    "<table><tr><th>Xã</th><th>Hộ</th></tr><tr><td>Tả Cồ</td><td><table><tr><td>12</td></tr></table></td></tr></table>";
  expect(await renderPasted(html)).toContain("<tbody><tr><td>Tả Cồ</td><td>12</td></tr></tbody>");
});
