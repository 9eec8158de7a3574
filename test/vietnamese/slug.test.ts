import { describe, expect, test } from "vitest";
import { numberSlug, slugify } from "../../src/vietnamese/slug.ts";

const long =
  "Ứng dụng khoa học và công nghệ trong phát triển nông nghiệp bền vững vùng cao ".repeat(3);

describe("slugify", () => {
  test.each([
    [
      "Tổng kết công tác xây dựng Đảng năm 2020 và phương hướng nhiệm vụ năm 2021",
      "tong-ket-cong-tac-xay-dung-dang-nam-2020-va-phuong-huong-nhiem-vu-nam-2021",
    ],
    ["Sở KH&CN làm việc", "so-kh-cn-lam-viec"],
    ["“Trong sạch” – ‘vững mạnh’ - 2020", "trong-sach-vung-manh-2020"],
    ["Nông nghiệp 4.0: cơ hội?", "nong-nghiep-4-0-co-hoi"],
    ["  Đường — dài…  ", "duong-dai"],
    ["Ðổi mới", "doi-moi"],
    ["IoT/AI, 50% & 28/01/2021", "iot-ai-50-28-01-2021"],
    ["!!! — ???", "bai-viet"],
    ["", "bai-viet"],
    ["科学技术", "bai-viet"],
  ])("%s → %s, for NFC and NFD", (title, slug) => {
    expect(slugify(title.normalize("NFC"))).toBe(slug);
    expect(slugify(title.normalize("NFD"))).toBe(slug);
  });

  test("is cut between words at 100 characters", () => {
    const slug = slugify(long);
    expect(slug.length).toBeLessThanOrEqual(100);
    expect(slug.length).toBeGreaterThan(85);
    expect(slugify(long.repeat(2)).startsWith(slug)).toBe(true);
    expect("-" + slugify(long.slice(0, 79)) + "-").toContain("-vung-cao-");
    expect(slug.endsWith("-")).toBe(false);
  });

  test("keeps a title of exactly 100 characters whole", () => {
    const title = `${"a".repeat(49)} ${"b".repeat(50)}`;
    expect(slugify(title)).toBe(title.replace(" ", "-"));
  });

  test("cuts one endless word", () => {
    expect(slugify("a".repeat(300))).toBe("a".repeat(100));
  });
});

describe("numberedSlug", () => {
  test("adds the number", () => {
    expect(numberSlug("tong-ket", 2)).toBe("tong-ket-2");
  });

  test("stays within the cap", () => {
    const slug = numberSlug(slugify(long), 12);
    expect(slug.length).toBeLessThanOrEqual(100);
    expect(slug).toMatch(/[a-z]-12$/);
  });
});
