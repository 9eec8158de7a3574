import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PhotoFiles } from "../../import/folder/photo-files.ts";
import { countFiles, listSourceFiles } from "../../import/folder/source-files.ts";
import type { SourceFile } from "../../import/folder/source-files.ts";
import { collectAll } from "./all-of.ts";

let root: string;

beforeAll(async () => {
  const outside = await mkdtemp(join(tmpdir(), "ban-tin-photos-"));
  root = join(outside, "site");
  for (const name of [
    "../secret.jpg",
    "tin/bai.html",
    "tin/bai_files/anh 1.jpg",
    "tin/bai_files/khung.html",
    "tin/anh/b.jpg",
    "Portals/0/C.JPG",
    "cu.vn/uploads/d.jpg",
    "goc.jpg",
    "txt/bai-1.txt",
    "txt/bai-10.txt",
    "txt/bai-1-2.jpg",
    "txt/bai-1-10.jpg",
    "txt/bai-10-1.jpg",
    "rieng/ghi.txt",
    "rieng/IMG_2.jpg",
    "rieng/IMG_10.jpg",
    "thu-muc/bai.txt",
    "thu-muc/bai/1.png",
    "~$x.docx",
    ".an/a.txt",
    "v.doc",
    "a.PDF",
  ]) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), "x");
  }
});

/** A symbolic link in the imported folder. */
async function link(name: string, target: string): Promise<void> {
  await symlink(target, join(root, name));
}

afterAll(() => rm(dirname(root), { recursive: true }));

function file(name: string): SourceFile {
  return { path: join(root, name), name, kind: "page" };
}

describe("a symbolic link", () => {
  test.each(["../secret.jpg", "../../../../../../etc/hostname"])(
    "to %s outside leads to no photo",
    async (target) => {
      await link("tin/lien-ket.jpg", target === "../secret.jpg" ? "../../secret.jpg" : target);
      expect(await new PhotoFiles(root).find("lien-ket.jpg", file("tin/bai.html"), null)).toBe(
        null,
      );
      await rm(join(root, "tin/lien-ket.jpg"));
    },
  );

  test("to a folder outside leads to no photo, neither by its URL nor beside a text", async () => {
    await link("rieng-ngoai", "..");
    await link("txt/ghi", "../..");
    const photos = new PhotoFiles(root);
    expect(await photos.find("/rieng-ngoai/secret.jpg", file("tin/bai.html"), null)).toBe(null);
    expect(await photos.beside(file("txt/ghi.txt"))).toEqual([]);
    await Promise.all(["rieng-ngoai", "txt/ghi"].map((name) => rm(join(root, name))));
  });

  test("within the folder is followed", async () => {
    await link("tin/trong.jpg", "anh/b.jpg");
    const found = await new PhotoFiles(root).find("trong.jpg", file("tin/bai.html"), null);
    expect(found).toBe(join(root, "tin/trong.jpg"));
    await rm(join(root, "tin/trong.jpg"));
  });
});

describe("the photo of a URL", () => {
  test.each([
    ["anh/b.jpg", null, "tin/anh/b.jpg"],
    ["./anh/b.jpg?w=600#x", null, "tin/anh/b.jpg"],
    ["bai_files/anh%201.jpg", null, "tin/bai_files/anh 1.jpg"],
    ["http://cu.vn/x/anh%201.jpg", null, "tin/bai_files/anh 1.jpg"],
    ["/Portals/0/c.jpg", null, "Portals/0/C.JPG"],
    ["http://cu.vn/uploads/d.jpg", null, "cu.vn/uploads/d.jpg"],
    ["../uploads/d.jpg", "http://cu.vn/tin/bai.html", "cu.vn/uploads/d.jpg"],
    ["../goc.jpg", null, "goc.jpg"],
    ["../../secret.jpg", null, null],
    ["/../secret.jpg", null, null],
    ["%2e%2e/%2e%2e/secret.jpg", null, null],
    ["khong-co.jpg", null, null],
    ["%E0%A4%A.jpg", null, null],
    ["", null, null],
  ])("%s (page at %s) is %s", async (source, base, expected) => {
    const found = await new PhotoFiles(root).find(source, file("tin/bai.html"), base);
    expect(found === null ? null : relative(root, found)).toBe(expected);
  });
});

describe("the photos beside a text", () => {
  test.each([
    ["thu-muc/bai.txt", ["thu-muc/bai/1.png"]],
    ["txt/bai-1.txt", ["txt/bai-1-2.jpg", "txt/bai-1-10.jpg"]],
    ["txt/bai-10.txt", ["txt/bai-10-1.jpg"]],
    ["rieng/ghi.txt", ["rieng/IMG_2.jpg", "rieng/IMG_10.jpg"]],
  ])("%s", async (name, expected) => {
    const found = await new PhotoFiles(root).beside(file(name));
    expect(found.map((path) => relative(root, path))).toEqual(expected);
  });
});

describe("the files of a folder", () => {
  test("are the readable ones, without the helper files of browsers and Word", async () => {
    const names = (await collectAll(listSourceFiles(root))).map(({ name }) => name).sort();
    expect(names).toEqual([
      "rieng/ghi.txt",
      "thu-muc/bai.txt",
      "tin/bai.html",
      "txt/bai-1.txt",
      "txt/bai-10.txt",
    ]);
    expect(await countFiles(root)).toEqual({ readable: 5, unsupported: 2 });
    const alone = await collectAll(listSourceFiles(join(root, "tin/bai.html")));
    expect(alone.map(({ name }) => name)).toEqual(["bai.html"]);
  });
});
