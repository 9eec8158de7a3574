import { expect, test } from "vitest";
import { renderBody } from "../../src/publishing/rendering/render-body.ts";
import { renderArticlePage } from "../../src/reading/article-page.ts";
import { renderFrontPage } from "../../src/reading/front-page.ts";
import { article, card, photo, labels, sections, site } from "../html/sample.ts";

const syllables =
  "khoa học công nghệ chuyển đổi số nghiên cứu ứng dụng nông thôn vùng cao sản phẩm thị trường hợp tác xã người dân tỉnh huyện phường đề tài kết quả năm tháng ngày hội nghị phát biểu nhấn mạnh triển khai nhiệm vụ giải pháp chất lượng đo lường tiêu chuẩn sở hữu trí tuệ bảo hộ nhãn hiệu giống cây trồng vật nuôi thủy điện trạm quan trắc cảm biến dữ liệu bản đồ giáo dục thanh niên khởi nghiệp sáng tạo".split(
    " ",
  );

/** A generator that gives the same numbers in every run, below `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

const next = numbers(7);

function words(count: number): string {
  return Array.from({ length: count }, () => syllables[next(syllables.length)]).join(" ");
}

/** Ids of real photos do not compress, so these are as random. */
function randomPhoto() {
  const id = Array.from({ length: 64 }, () => next(16).toString(16)).join("");
  return photo("a", { id, alt: words(14), caption: words(16) });
}

function randomCard(place: number) {
  const leadPhoto = place % 3 === 0 ? null : randomPhoto();
  return card(`bai-${place}`, { title: words(14), lede: words(45), leadPhoto });
}

async function compressedSize(page: string): Promise<number> {
  // The build compacts style sheets; readers get no comments.
  const sent = page.replace(/\/\*[\s\S]*?\*\//g, "");
  const stream = new Blob([sent]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

test("an article of 800 words with six photos weighs under 14 KB with its style", async () => {
  const photos = Array.from({ length: 5 }, randomPhoto);
  const images = photos.map(({ id, alt, caption }) => `![${alt}](photo:${id} "${caption}")`);
  const paragraphs = Array.from({ length: 8 }, () => words(100));
  const body = [...paragraphs, images.join("\n")].join("\n\n");
  const rendered = renderBody(body, new Map(photos.map((stored) => [stored.id, stored])));
  const page = renderArticlePage(site, {
    sections,
    labels,
    article: article({ leadPhoto: randomPhoto(), lede: words(60), ...rendered }),
    related: Array.from({ length: 3 }, (_, place) => randomCard(place)),
    newer: randomCard(4),
    older: randomCard(5),
  });
  expect(await compressedSize(page)).toBeLessThan(14 * 1024);
});

test("the front page with 13 stories and six sections weighs under 20 KB with its style", async () => {
  const six = Array.from({ length: 6 }, (_, n) => ({ slug: `muc-${n}`, name: words(4) }));
  const page = renderFrontPage(site, six, {
    lead: randomCard(1),
    beside: { cards: Array.from({ length: 6 }, (_, place) => randomCard(place)), isChosen: false },
    more: Array.from({ length: 6 }, (_, place) => randomCard(10 + place)),
    blocks: six.map(({ slug }, n) => ({
      kind: "section",
      section: slug,
      cards: Array.from({ length: 5 }, (_, place) => randomCard(100 + n * 10 + place)),
    })),
  });
  expect(await compressedSize(page)).toBeLessThan(20 * 1024);
});
