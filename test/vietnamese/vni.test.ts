import { describe, expect, test } from "vitest";
import { fromVni } from "../../src/vietnamese/legacy-encodings.ts";
import { tonedLetters } from "./alphabet.ts";

/** How VNI for Windows sets each letter, written out apart from the code under test. */
const spellings = `à aø ả aû ã aõ á aù ạ aï ă aê ằ aè ẳ aú ẵ aü ắ aé ặ aë â aâ ầ aà ẩ aå ẫ aã ấ aá ậ aä
  è eø ẻ eû ẽ eõ é eù ẹ eï ê eâ ề eà ể eå ễ eã ế eá ệ eä ì ì ỉ æ ĩ ó í í ị ò
  ò oø ỏ oû õ oõ ó où ọ oï ô oâ ồ oà ổ oå ỗ oã ố oá ộ oä ơ ô ờ ôø ở ôû ỡ ôõ ớ ôù ợ ôï
  ù uø ủ uû ũ uõ ú uù ụ uï ư ö ừ öø ử öû ữ öõ ứ öù ự öï ỳ yø ỷ yû ỹ yõ ý yù ỵ î đ ñ`;
const spellingOf = new Map(
  [...spellings.matchAll(/(\S) (\S{1,2})/g)].map(([, letter = "", vni = ""]) => [letter, vni]),
);

describe("fromVni", () => {
  test("knows every letter with every tone, in both cases", () => {
    expect(spellingOf.size).toBe(tonedLetters.length);
    for (const letter of tonedLetters) {
      const vni = spellingOf.get(letter) ?? "";
      expect(fromVni(vni)).toBe(letter);
      expect(fromVni(vni.toUpperCase())).toBe(letter.toUpperCase());
      expect(fromVni(vni.charAt(0).toUpperCase() + vni.slice(1))).toBe(letter.toUpperCase());
    }
  });

  test.each([
    [
      "Hoäi nghò toång keát coâng taùc xaây döïng Ñaûng naêm 2020",
      "Hội nghị tổng kết công tác xây dựng Đảng năm 2020",
    ],
    ["Sôû Khoa hoïc vaø Coâng ngheä", "Sở Khoa học và Công nghệ"],
    ["phöông höôùng nhieäm vuï", "phương hướng nhiệm vụ"],
    ["COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"],
  ])("%s → %s", (vni, unicode) => {
    expect(fromVni(vni)).toBe(unicode);
  });
});
