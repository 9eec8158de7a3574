import { beforeAll, describe, expect, test } from "vitest";
import { approve, article, publish, submitArticle } from "../support/articles.ts";
import {
  readContents,
  formIn,
  idIn,
  multipart,
  openNewForm,
  typeArticle,
} from "../newsroom/article-form.ts";
import { hireInBrowser } from "../support/staff.ts";
import { addSections, hire, json, send } from "../support/newsroom.ts";
import type { Colleague } from "../support/newsroom.ts";
import { sendPhoto } from "../support/photos.ts";
import { mp3, mp4, picturesOf, sound } from "./media-sample.ts";
import { postFile, sendFile } from "./sample.ts";
import type { FileAnswer } from "./sample.ts";

let reporter: Colleague;
let editor: Colleague;
let film: FileAnswer;
let captions: FileAnswer;
let poster: string;

const spoken = `WEBVTT

NOTE Người chép: Lan

1
00:01.000 --> 00:03.000 align:start
<v Lan>Xin chào

00:03.000 --> 00:05.000
<v Lan>các bạn &amp; quê hương.

01:00:09.000 --> 01:00:11.000
Tiếng vỗ tay`;

function vtt(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}

beforeAll(async () => {
  await addSections("tin-tuc");
  [reporter, editor] = [await hire("reporter"), await hire("editor")];
  film = await sendFile(reporter, "Ngày hội.mp4", mp4(picturesOf(1080, 1920), sound));
  captions = await sendFile(reporter, "ngay-hoi.vtt", vtt(spoken));
  poster = await sendPhoto(reporter);
});

/** An article with the film, its poster, a title and these captions. */
function withFilm(title: string, fragment = `#phu-de=${captions.id}`): Record<string, unknown> {
  const link = `[![Người dân múa sạp](photo:${poster}) Ngày hội *non sông*](/phim/${film.id}${fragment})`;
  return article(title, { body: `Đoạn mở đầu của bài.\n\n${link}\n\nĐoạn cuối của bài.` });
}

const address = () => `http://localhost:8787/phim/${film.id}`;

describe("POST /api/files with captions", () => {
  test("reads their words, a paragraph for each speaker and after a pause", () => {
    expect(captions).toMatchObject({
      kind: "captions",
      type: "text/vtt",
      seconds: 3611,
      transcript: "Lan: Xin chào các bạn & quê hương.\nTiếng vỗ tay",
    });
  });

  const cue = "00:01.000 --> 00:02.000";
  test.each([
    ["1\n00:01 --> 00:02\nLời", 1, /WEBVTT/],
    [`WEBVTT\n${cue}\nLời`, 2, /dòng trống/],
    ["WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nLời", 3, /00:01\.000/],
    ["WEBVTT\n\n00:02.000 --> 00:02.000\nLời", 3, /kết thúc/],
    [`WEBVTT\n\n00:03.000 --> 00:04.000\nLời\n\n${cue}\nLời`, 6, /thứ tự/],
    [`WEBVTT\n\n${cue} line:giữa\nLời`, 3, /vị trí/],
    [`WEBVTT\n\n${cue}\nLời\n${cue}`, 5, /-->/],
    [`WEBVTT\n\n${cue}\n\nLời`, 5, /cần một dòng thời gian/],
    ["WEBVTT\n\nSTYLE\n::cue { background: url(//a.example) }", 3, /STYLE/],
    ["WEBVTT\n\nNOTE chỉ có ghi chú", 3, /không có câu/],
  ])("names the line of %j that is wrong", async (text, line, fault) => {
    const answer = await postFile(reporter, "phu-de.vtt", vtt(text));
    expect(answer.status).toBe(422);
    const { detail } = await answer.json<{ detail: string }>();
    expect(detail).toContain(`“phu-de.vtt”, dòng ${line}:`);
    expect(detail).toMatch(fault);
  });

  test.each(["<", "<v ", "<v.", "\t"])(
    "reads a file full of %j in a tag that nothing closes",
    async (tag) => {
      const text = `WEBVTT\n\n${cue}\nXin chào <v${tag.repeat(Math.floor(400_000 / tag.length))}`;
      expect(await sendFile(reporter, "a.vtt", vtt(text))).toMatchObject({
        transcript: "Xin chào",
      });
    },
  );

  test("refuses what is no UTF-8 and what is too long", async () => {
    const latin = await postFile(reporter, "a.vtt", Uint8Array.from([...vtt("WEBVTT\n\n"), 0xe1]));
    expect([latin.status, await latin.text()]).toEqual([422, expect.stringContaining("UTF-8")]);
    expect((await postFile(reporter, "a.vtt", new Uint8Array(500_001))).status).toBe(413);
  });
});

describe("an article with a video of its own", () => {
  test("plays it without script: poster, size, captions, transcript; nothing is loaded before a press", async () => {
    const { slug } = await publish(reporter, editor, withFilm("Bài có phim"));
    const answer = await send(`/bai-viet/${slug}`);
    const page = (await answer.text()).replace(/\s+/g, " ");
    const player = /<figure class="recording film">.*?<\/figure>/.exec(page)?.[0] ?? "";
    expect(player).toMatch(/<video controls playsinline preload="none"/);
    expect(player).toContain(`src="/phim/${film.id}"`);
    expect(player).toMatch(new RegExp(`width="1080" height="1920" poster="/anh/${poster}/`));
    expect(player).toMatch(
      new RegExp(
        `<track kind="captions" srclang="vi" label="Tiếng Việt" src="/phim/${captions.id}"`,
      ),
    );
    expect(player).toContain(`<a href="/phim/${film.id}">Ngày hội <em>non sông</em></a>`);
    expect(player).toMatch(/Video, 13 giây, \d KB/);
    expect(player).toMatch(/<details>.*<p>Lan: Xin chào các bạn &amp; quê hương\.<\/p>/);
    expect(answer.headers.get("content-security-policy")).toContain("media-src 'self';");
    expect(page).toContain(
      `"video":[{"@type":"VideoObject","name":"Ngày hội non sông","description":"Sapo của bài Bài có phim.","contentUrl":"${address()}","thumbnailUrl":"http://localhost:8787/anh/${poster}/`,
    );
    expect(page).toMatch(
      /"uploadDate":"[^"]+","encodingFormat":"video\/mp4","contentSize":"\d+","duration":"PT13S"/,
    );
  });

  test("gives feeds, paper and the file to keep its poster and its link, and no player", async () => {
    const { slug } = await publish(reporter, editor, withFilm("Bài có phim trong nguồn tin"));
    const feed = await (
      await send("/feed.json")
    ).json<{
      items: { content_html: string; attachments: unknown }[];
    }>();
    expect(feed.items[0]?.attachments).toEqual([
      {
        url: address(),
        mime_type: "video/mp4",
        title: "Ngày hội non sông",
        size_in_bytes: film.bytes,
        duration_in_seconds: 13,
      },
    ]);
    const enclosed = `type="video/mp4" length="${film.bytes}"`;
    const rss = await (await send("/rss.xml")).text();
    expect(rss).toContain(`<enclosure url="${address()}" ${enclosed}/>`);
    const atom = await (await send("/atom.xml")).text();
    expect(atom).toContain(`<link rel="enclosure" ${enclosed} title="Ngày hội non sông"`);
    const printed = await (await send(`/bai-viet/${slug}/ban-in`)).text();
    const kept = await (await send(`/bai-viet/${slug}/tai-ve`)).text();
    for (const text of [feed.items[0]?.content_html ?? "", rss, atom, printed, kept]) {
      expect(text).not.toMatch(/<(?:video|audio|track)/);
      expect(text).toContain(`href="${address()}"`);
      expect(text).toContain('alt="Người dân múa sạp"');
    }
  });

  test("is found by the title and by what is said", async () => {
    const { slug } = await publish(reporter, editor, withFilm("Bài tìm phim"));
    for (const words of ["ngày hội non sông", "tiếng vỗ tay"]) {
      const found = await (await send(`/tim-kiem?q=${encodeURIComponent(words)}`)).text();
      expect(found, words).toContain(`/bai-viet/${slug}`);
    }
  });

  test("makes video and captions public only while it is published; staff see them before", async () => {
    const film = await sendFile(reporter, "rieng.mp4", mp4(picturesOf(640, 360)));
    const body = `Đoạn.\n\n[Phim riêng](/phim/${film.id}#phu-de=${captions.id})`;
    const { id } = await submitArticle(reporter, article("Bài sẽ gỡ phim", { body }));
    const status = async () => (await send(`/phim/${film.id}`)).status;
    expect(await status()).toBe(404);
    const preview = await (await reporter.send(`/toa-soan/bai/${id}/trang`)).text();
    for (const file of [film.id, captions.id]) {
      const [path = ""] = new RegExp(`/toa-soan/tai-lieu/${file}/[^"]+`).exec(preview) ?? [];
      expect((await reporter.send(path)).status).toBe(200);
    }
    await approve(editor, id);
    expect(await status()).toBe(200);
    const track = await send(`/phim/${captions.id}`);
    expect([track.status, track.headers.get("content-type")]).toEqual([200, "text/vtt"]);
    await editor.send(`/api/articles/${id}/publication`, json("DELETE", { reason: "Sai" }));
    expect(await status()).toBe(410);
  });

  test("is described for search engines on a standing page, too", async () => {
    const { title, body } = withFilm("Trang có phim");
    const { slug } = await publish(editor, editor, { kind: "page", title, body });
    expect(await (await send(`/trang/${slug}`)).text()).toContain(
      `"video":[{"@type":"VideoObject","name":"Ngày hội non sông","description":"Trang có phim – `,
    );
  });

  test("loses it, and its title, when the file is erased", async () => {
    const film = await sendFile(reporter, "xoa.mp4", mp4(picturesOf(320, 180)));
    const body = `Đoạn đầu.\n\n[Phim của ông Tám](/phim/${film.id})\n\nĐoạn cuối.`;
    const { slug } = await publish(reporter, editor, article("Bài mất phim", { body }));
    await editor.send(`/api/files/${film.id}`, json("DELETE", { reason: "Người dân yêu cầu" }));
    const page = await (await send(`/bai-viet/${slug}`)).text();
    expect(page).not.toMatch(/ông Tám|VideoObject|<video/);
    expect(page).toContain("Đoạn cuối.");
  });

  test("is refused with a file that is unknown, foreign, or no recording", async () => {
    const stranger = await hire("reporter");
    const own = await sendFile(stranger, "cua-toi.mp4", mp4(picturesOf(160, 90)));
    for (const file of [own.id, "0".repeat(64)]) {
      const copied = article("Chép địa chỉ", { body: `Xem [phim](/phim/${file}) này.` });
      const answer = await reporter.send("/api/articles", json("POST", copied));
      expect([answer.status, await answer.text()]).toEqual([
        422,
        expect.stringContaining('"body"'),
      ]);
    }
    const swapped = article("Nhầm tệp", {
      body: `[Phim](/phim/${captions.id}#phu-de=${film.id})`,
    });
    const answer = await reporter.send("/api/articles", json("POST", swapped));
    expect(answer.status).toBe(422);
    const { errors } = await answer.json<{ errors: { message: string }[] }>();
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining("không phải là video MP4"),
      expect.stringContaining("không phải là phụ đề"),
    ]);
  });

  test("gets a warning without captions", async () => {
    const { findings } = await submitArticle(reporter, withFilm("Bài thiếu phụ đề", ""));
    expect(findings.map(({ rule }) => rule)).toContain("missing-captions");
    const whole = await submitArticle(reporter, withFilm("Bài đủ phụ đề"));
    expect(whole.findings.map(({ rule }) => rule)).not.toContain("missing-captions");
  });
});

test("an article with audio of its own plays it, with its transcript", async () => {
  const audio = await sendFile(reporter, "phong-van.mp3", mp3(100));
  const body = `Đoạn.\n\n[Phỏng vấn](/phim/${audio.id}#phu-de=${captions.id})`;
  const { slug } = await publish(reporter, editor, article("Bài có ghi âm", { body }));
  const page = (await (await send(`/bai-viet/${slug}`)).text()).replace(/\s+/g, " ");
  expect(page).toMatch(/<audio controls preload="none" src="\/phim\/[^>]+aria-label="Phỏng vấn"/);
  expect(page).toContain("Ghi âm, 3 giây");
  expect(page).toContain("<p>Tiếng vỗ tay</p>");
  expect(page).toContain('"audio":[{"@type":"AudioObject","name":"Phỏng vấn"');
});

test("an article with more captions than a row holds is published if it only names them, and refused if it shows them", async () => {
  const ids: string[] = [];
  for (const letter of "ếềểễệấ") {
    const text = `WEBVTT\n\n00:01.000 --> 00:02.000\n${letter.repeat(160_000)}`;
    ids.push((await sendFile(reporter, `${letter}.vtt`, vtt(text))).id);
  }
  const named = `Phụ đề: ${ids.map((id) => `/phim/${id}`).join(" ")}`;
  await publish(reporter, editor, article("Bài nêu phụ đề", { body: named }));
  const shown = ids.slice(0, 2).map((id) => `[Phim](/phim/${film.id}#phu-de=${id})`);
  const { id } = await submitArticle(
    reporter,
    article("Bài quá dài", { body: shown.join("\n\n") }),
  );
  const answer = await editor.send(`/api/articles/${id}/publication`, json("PUT", { version: 1 }));
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining("lời thoại")]);
});

describe("the form without script", () => {
  test("puts a video at the end of the body and captions of its name into its link; a refused file loses nothing", async () => {
    const writer = await hireInBrowser("reporter");
    const { fields } = await formIn(await openNewForm(writer));
    const send = (body: string, files: File[]) => {
      const form = multipart({ ...fields, ...typeArticle("Bài quay phim"), body, act: "save" });
      for (const file of files) form.append("recordings.file", file);
      return writer.post("/toa-soan/bai", form);
    };
    const video = new File([mp4(picturesOf(16, 9))], "Múa [sạp].mp4");
    const spokenThere = new File([vtt(spoken)], "múa [sạp].vtt");
    const refused = await send("Đoạn.", [spokenThere, video, new File(["WEBVTT"], "Khác.vtt")]);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("“Khác.vtt”, dòng 1: tệp không có câu phụ đề nào.");
    const { fields: shown } = await formIn(new Response(page));
    expect(shown["body"]).toMatch(
      /^Đoạn\.\n\n\[Múa \\\[sạp\\\]\]\(\/phim\/[\da-f]{64}#phu-de=[\da-f]{64}\)$/,
    );
    const unclear = await send(String(shown["body"]), [new File([vtt(spoken)], "gi-do.vtt")]);
    expect(await unclear.text()).toContain("Không rõ phụ đề “gi-do.vtt” của video nào");
    const kept = await send(String(shown["body"]), []);
    const [content] = await readContents(idIn(kept.headers.get("location")));
    expect(content?.["body"]).toBe(shown["body"]);
  });
});
