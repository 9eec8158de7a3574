import { describe, expect, test } from "vitest";
import { detectLegacy } from "../../src/vietnamese/legacy-detect.ts";

describe("detectLegacy", () => {
  test.each([
    ["tcvn3", "Héi nghÞ tæng kÕt c«ng t¸c x©y dùng §¶ng n¨m 2020"],
    ["tcvn3", "ThÕ B»ng"],
    ["tcvn3", "Së Khoa häc vµ C«ng nghÖ"],
    ["tcvn3", "Ngày 28/01/2021, Đảng bộ Sở họp. Dù vµ chØ ®¹o héi nghÞ cã ®ång chÝ BÝ th­ §¶ng ñy"],
    ["tcvn3", "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM"],
    ["tcvn3", "T H ¤ N G   B ¸ O"],
    ["tcvn3", "t h « n g b ¸ o"],
    ["tcvn3", "ë ®ã"],
    ["tcvn3", "Së Y tÕ"],
    ["tcvn3", "Bé Y tÕ"],
    ["tcvn3", "th\u00ad ký"],
    ["vni", "T H O Â N G   B A Ù O"],
    ["vni", "Hoäi nghò toång keát coâng taùc xaây döïng Ñaûng naêm 2020"],
    ["vni", "Theá Baèng"],
    ["vni", "Sôû Khoa hoïc vaø Coâng ngheä"],
    ["vni", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM"],
  ])("suspects %s in: %s", (encoding, text) => {
    expect(detectLegacy(text)?.encoding).toBe(encoding);
  });

  test("shows the words, their reading and their place", () => {
    const text = "Së Khoa häc";
    expect(detectLegacy(text)?.evidence).toEqual([
      { text: "Së", reading: "Sở", start: 0, end: 2 },
      { text: "häc", reading: "học", start: 8, end: 11 },
    ]);
  });

  test.each([
    ["plain Vietnamese", "Đảng bộ Sở Khoa học và Công nghệ tổ chức Hội nghị Tổng kết công tác"],
    ["Vietnamese of Latin-1 letters only", "và là có hà nhà xã bà mà tôi có thì hãy cô bé nhà già"],
    ["the other tone placement", "hoà hoá hoã toà khoé thuý uý xoà loè"],
    ["English", "The café's naïve résumé cost £5 – a coup d'état, Brontë said"],
    [
      "French",
      "Où est l'été, père Noël ? Le maïs, la forêt, ça coûte très cher, œuvre d'Haïti, aéroport",
    ],
    [
      "German",
      "Für Bäcker Müller ist die schöne Straße über Köln größer, Öl, Tür, hören, grün, Mädchen",
    ],
    [
      "Spanish",
      "El niño español mañana vivirá en Perú con señora Núñez, año, días, pingüino, él, tú, sí",
    ],
    ["Portuguese", "São Paulo, não, ações, coração, informação, país, você, três, avó"],
    ["Danish and Swedish", "Smørrebrød på Åland, Göteborg, Malmö, blåbær, hål, nät, tå, sjö"],
    ["units and signs", "Lực 5 N·m, dày 3 µm, 10 µl, 25 °C, 30 m², ±2 %, ½, 7 kW·h, 5 µg/m³"],
    ["units alone", "5 N·m ± 3 µm"],
    ["trade marks", "Sony®, Canon®, ©2020, Microsoft®"],
    ["guillemets", "Báo «Nhân Dân» và «Cá»"],
    ["codes", "05-CT/TW, TCVN 5712:1993, ISO/IEC 17025, 28/01/2021, XIII, BCH TW, Đ/c"],
    ["a foreign name in Vietnamese", "Ông Jürgen Müller, bà Françoise và ông Núñez thăm Sở"],
    ["letters set apart", "T H Ô N G  B Á O  s ố  1"],
    ["letters of a list", "a b c d ® ° §"],
    ["signs alone", "§ ¶ ® © ± × ÷ · « »"],
    ["names of firms with an inner capital", "YouTube, iPhone, McDonald, eBay"],
    ["nothing", ""],
  ])("is silent on %s", (_name, text) => {
    expect(detectLegacy(text)).toBeNull();
  });
});
