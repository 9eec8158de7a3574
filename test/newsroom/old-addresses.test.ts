import { beforeAll, describe, expect, test } from "vitest";
import { hireInBrowser } from "../support/staff.ts";
import type { Staff } from "../support/staff.ts";

let admin: Staff;

beforeAll(async () => {
  admin = await hireInBrowser("admin");
});

/** Bookmarks from before query parameters had English names. */
describe("GET with an old query parameter redirects to the present name", () => {
  test.each([
    ["/dang-nhap?den=%2Ftoa-soan%2Fanh", "/dang-nhap?next=%2Ftoa-soan%2Fanh"],
    [
      "/bai?tim=n%C4%83m+m%E1%BB%9Bi&tinh-trang=draft&chuyen-muc=tin-tuc&cua=toi&truoc=1.a",
      "/bai?q=n%C4%83m+m%E1%BB%9Bi&state=draft&section=tin-tuc&owner=me&before=1.a",
    ],
    ["/anh?q=kính&chua-dung=1&truoc=1-a", "/anh?q=k%C3%ADnh&show=unused&before=1-a"],
    ["/bai/k7/so-sanh?tu=1&den=2", "/bai/k7/so-sanh?from=1&to=2"],
    ["/bai/k7/xem-truoc?o=may-tinh&ban=1", "/bai/k7/xem-truoc?screen=desktop&version=1"],
    ["/bai/k7/xem-truoc?o=dien-thoai", "/bai/k7/xem-truoc?screen=telephone"],
    ["/bai/k7/trang?ban=2", "/bai/k7/trang?version=2"],
    [
      "/quan-tri/nhat-ky?nguoi=clock&viec=published&ve=phay&tu=2026-11-01&den=2026-11-30&truoc=1.e1",
      "/quan-tri/nhat-ky?person=clock&act=published&subject=phay&since=2026-11-01&until=2026-11-30&before=1.e1",
    ],
    ["/quan-tri/nhat-ky.csv?ngan=phay", "/quan-tri/nhat-ky.csv?separator=comma"],
    ["/quan-tri/nhat-ky.csv?ngan=constructor", "/quan-tri/nhat-ky.csv?separator=constructor"],
    ["/quan-tri/nhuan-but?thang=2026-11", "/quan-tri/nhuan-but?month=2026-11"],
    [
      "/quan-tri/nhuan-but.csv?thang=2026-11&loai=tong&ngan=phay",
      "/quan-tri/nhuan-but.csv?month=2026-11&kind=sums&separator=comma",
    ],
  ])("%s → %s", async (old, present) => {
    const answer = await admin.open(`/toa-soan${old}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([301, `/toa-soan${present}`]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});

test("GET /toa-soan/bai?den=1 does not rename another page's old parameter", async () => {
  expect((await admin.open("/toa-soan/bai?den=1&toString=2")).status).toBe(200);
});
