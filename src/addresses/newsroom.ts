/*
 * Addresses of the newsroom, for all of its pages. They are routed in src/newsroom-routes.ts, and known to script, to
 * previews (src/reading/preview-route.ts) and to `npm run admin`.
 */
export const deskPath = "/toa-soan";
export const signOutPath = "/toa-soan/dang-xuat";
export const accountPath = "/toa-soan/tai-khoan";
export const newArticlePath = "/toa-soan/bai/moi";
export const articlesPath = "/toa-soan/bai";
export const mediaPath = "/toa-soan/anh";
export const officePath = "/toa-soan/quan-tri";

/** The way in; `after` is where to go then, a path of the newsroom. */
export function signInPath(after: string = deskPath): string {
  const page = "/toa-soan/dang-nhap";
  return after === deskPath ? page : `${page}?den=${encodeURIComponent(after)}`;
}

/** Where to go after signing in, as an address names it: a path of the newsroom, or the desk instead of anything else. */
export function pathAfterSignIn(named: string | null | undefined): string {
  return named && /^\/toa-soan(?:[/?][\w\-./?=&%]*)?$/.test(named) && !named.includes("//")
    ? named
    : deskPath;
}

/** The room of one article: where it stands, what was found, its history and what may be done. */
export function articleRoomPath(id: string): string {
  return `${articlesPath}/${id}`;
}

/** What may be done in an article's room, by the last part of its address. */
export type RoomAct = "nop" | "tra-lai" | "dang" | "go" | "dinh-chinh" | "kiem-tra";

export function roomActPath(id: string, act: RoomAct): string {
  return `${articleRoomPath(id)}/${act}`;
}

/** The list of articles, by the filters that are given. */
export function articleListPath(filters: Record<string, string>): string {
  return withQuery(articlesPath, filters);
}

/** The form of one article. */
export function articleFormPath(id: string): string {
  return `${articleRoomPath(id)}/sua`;
}

export function versionPath(id: string, number: number): string {
  return `${articleRoomPath(id)}/phien-ban/${number}`;
}

/** Every version of an article. */
export function versionsPath(id: string): string {
  return `${articleRoomPath(id)}/phien-ban`;
}

export function restorePath(id: string, number: number): string {
  return `${versionPath(id, number)}/khoi-phuc`;
}

export function comparePath(id: string, from: number, to: number): string {
  return `${compareFormPath(id)}?tu=${from}&den=${to}`;
}

/** Where a form sends two versions to compare. */
export function compareFormPath(id: string): string {
  return `${articleRoomPath(id)}/so-sanh`;
}

/** The preview with its frames for telephone and desktop. */
export function previewPath(id: string): string {
  return `${articleRoomPath(id)}/xem-truoc`;
}

/** What the preview's frames show: the page as readers will see it, of one version or of what is being written. */
export function previewedPagePath(id: string, version: number | null = null): string {
  return `${articleRoomPath(id)}/trang${version === null ? "" : `?ban=${version}`}`;
}

/** Where a link is made for somebody without an account. */
export function newPreviewLinkPath(id: string): string {
  return `${articleRoomPath(id)}/lien-ket`;
}

/** What such a link leads to. */
export function linkedPreviewPath(token: string): string {
  return `/xem-truoc/${token}`;
}

/** A photo's file for staff, whether readers may see it or not. */
export function staffPhotoPath(photo: string, variant: string): string {
  return `${mediaPath}/${photo}/${variant}`;
}

/** A photo in the media library. */
export function photoRoomPath(photo: string): string {
  return `${mediaPath}/${photo}`;
}

/** Where a photo is erased: first the question, then the act. */
export function erasePhotoPath(photo: string): string {
  return `${photoRoomPath(photo)}/xoa`;
}

export function photoCreditPath(photo: string): string {
  return `${photoRoomPath(photo)}/nguoi-chup`;
}

/** Where a photo gets other words in one of the articles that show it. */
export function photoWordsPath(photo: string): string {
  return `${photoRoomPath(photo)}/mo-ta`;
}

/** A page of the media library, by the filters that are given. */
export function mediaListPath(filters: Record<string, string>): string {
  return withQuery(mediaPath, filters);
}

export const guidePaths = {
  reporter: "/toa-soan/huong-dan/phong-vien",
  editor: "/toa-soan/huong-dan/bien-tap-vien",
} as const;

/** A picture of the guides, by its name. */
export function guidePicturePath(name: string): string {
  return `/toa-soan/huong-dan/anh/${name}.webp`;
}

/** Where an invitation or a reset leads. */
export function invitationPath(token: string): string {
  return `/toa-soan/loi-moi/${token}`;
}

export const ownPasswordPath = `${accountPath}/mat-khau`;
export const ownSessionsPath = `${accountPath}/phien`;
export const accessSignInPath = "/toa-soan/dang-nhap/access";

/** The other addresses of passkeys are asked for by script alone: src/client/newsroom/passkeys.ts. */
export const passkeyRemovalPath = "/toa-soan/khoa/xoa";

export const peoplePath = `${officePath}/nguoi`;
export const newPersonPath = `${peoplePath}/moi`;
export const tokensPath = `${officePath}/ma`;

export function personPath(id: string): string {
  return `${peoplePath}/${id}`;
}

export const settingsPath = `${officePath}/thiet-lap`;
export const sectionsPath = `${officePath}/chuyen-muc`;
export const topicsPath = `${officePath}/dong-su-kien`;
export const logPath = `${officePath}/nhat-ky`;
export const logCsvPath = `${logPath}.csv`;
export const royaltiesPath = `${officePath}/nhuan-but`;
export const royaltiesCsvPath = `${royaltiesPath}.csv`;
export const royaltyRatesPath = `${royaltiesPath}/dinh-muc`;
export const maintenancePath = `${officePath}/bao-tri`;
export const rebuildPath = `${maintenancePath}/dung-lai`;

export function sectionActPath(slug: string, act: "ten" | "len" | "xuong" | "xoa"): string {
  return `${sectionsPath}/${slug}/${act}`;
}

export function topicActPath(slug: string, act: "sua" | "len" | "xoa"): string {
  return `${topicsPath}/${slug}/${act}`;
}

/** An address with those of its parameters that are not empty. */
export function withQuery(path: string, parameters: Record<string, string>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== "");
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
