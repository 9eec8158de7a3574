import { expect, test } from "vitest";
import { encode } from "uqr";
import { renderQrCode } from "../../src/html/qr-code.ts";

/** Reads the drawing back: which modules are dark. */
function readModules(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return modules;
}

const address = "https://bantin.example.gov.vn/bai-viet/tong-ket-cong-tac-xay-dung-dang";

test("the drawing of a QR code has exactly its dark modules, with four light ones around", () => {
  const svg = renderQrCode(address, "Mã QR").toString();
  const modules = readModules(svg);
  expect(modules).toEqual(encode(address, { ecc: "M", border: 4 }).data);
  expect(modules.slice(0, 4).flat()).not.toContain(true);
  expect(modules.map((row) => row.slice(0, 4)).flat()).not.toContain(true);
});

test("a QR code has a name for those who cannot see it", () => {
  expect(renderQrCode(address, "Mã QR").toString()).toContain('role="img" aria-label="Mã QR"');
});
