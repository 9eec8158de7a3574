/** A video on another site. Only this file knows the addresses of such videos. */
export type ExternalVideo = YoutubeVideo | VimeoVideo | FacebookVideo;

/** `id` is null for a whole playlist. `start` is in seconds. */
type YoutubeVideo = { provider: "youtube"; id: string | null; list: string | null; start: number };

/** Who knows the key may see a video that is not listed. */
type VimeoVideo = { provider: "vimeo"; id: string; key: string | null; start: number };

type FacebookVideo = { provider: "facebook"; id: string; isReel: boolean };

/** The only origin that the frame of a provider's video may load. */
export const frameOrigins = {
  youtube: "https://www.youtube-nocookie.com",
  vimeo: "https://player.vimeo.com",
  facebook: "https://www.facebook.com",
};

/** Opens the video on the provider's site. Nothing that follows readers is left in it. */
export function videoAddress(video: ExternalVideo): string {
  if (video.provider === "facebook") {
    const path = video.isReel ? `/reel/${video.id}` : `/watch/?v=${video.id}`;
    return frameOrigins.facebook + path;
  }
  if (video.provider === "vimeo") {
    const key = video.key === null ? "" : `/${video.key}`;
    return `https://vimeo.com/${video.id}${key}${vimeoStart(video)}`;
  }
  const { id, list, start } = video;
  if (id === null) return `https://www.youtube.com/playlist?list=${list}`;
  const inList = list === null ? "" : `&list=${list}`;
  return `https://www.youtube.com/watch?v=${id}${inList}${start === 0 ? "" : `&t=${start}`}`;
}

/** For the `src` of a frame that plays the video at once. */
export function videoFrame(video: ExternalVideo): string {
  const origin = frameOrigins[video.provider];
  if (video.provider === "facebook") {
    const href = encodeURIComponent(videoAddress(video));
    return `${origin}/plugins/video.php?href=${href}&show_text=false&autoplay=true`;
  }
  if (video.provider === "vimeo") {
    const key = video.key === null ? "" : `h=${video.key}&`;
    return `${origin}/video/${video.id}?${key}autoplay=1&dnt=1${vimeoStart(video)}`;
  }
  const list = video.list === null ? "" : `&list=${video.list}`;
  const start = video.start === 0 ? "" : `&start=${video.start}`;
  return `${origin}/embed/${video.id ?? "videoseries"}?autoplay=1${list}${start}`;
}

function vimeoStart({ start }: VimeoVideo): string {
  return start === 0 ? "" : `#t=${start}s`;
}

/**
 * The video that an address names; null for any other address. A short address of Facebook (fb.watch, /share/) names none:
 * only Facebook knows what it leads to.
 */
export function readExternalVideo(address: string): ExternalVideo | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  // The origin of an address has a port if it is not the usual one. User names are no part of it.
  const [, host = ""] = /^https?:\/\/([a-z.-]+)$/.exec(url?.origin ?? "") ?? [];
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (/^(?:(?:www\.|m\.|music\.)?youtube|(?:www\.)?youtube-nocookie)\.com$/.test(host)) {
    return readYoutube(url, url.pathname);
  }
  if (host === "youtu.be") return readYoutube(url, `/embed${url.pathname}`);
  if (/^(?:www\.|player\.)?vimeo\.com$/.test(host)) return readVimeo(url);
  return /^(?:(?:www|m|web|vi-vn)\.)?facebook\.com$/.test(host) ? readFacebook(url) : null;
}

function readYoutube({ searchParams, hash }: URL, path: string): YoutubeVideo | null {
  const list = /^[\w-]{2,64}$/.exec(searchParams.get("list") ?? "")?.[0] ?? null;
  if (/^\/(?:playlist|embed\/videoseries)$/.test(path)) {
    return list === null ? null : { provider: "youtube", id: null, list, start: 0 };
  }
  const named = path === "/watch" ? `/v/${searchParams.get("v")}` : path;
  const id = /^\/(?:shorts|live|embed|v)\/([\w-]{11})\/?$/.exec(named)?.[1];
  if (id === undefined) return null;
  return { provider: "youtube", id, list, start: readStart(searchParams, hash) };
}

function readVimeo({ pathname, searchParams, hash }: URL): VimeoVideo | null {
  const named =
    /^(?:\/video|\/channels\/[\w-]+|\/groups\/[\w-]+\/videos|\/album\/\d+\/video)?\/(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/;
  const [, id, inPath] = named.exec(pathname) ?? [];
  if (id === undefined) return null;
  const key = inPath ?? /^[\da-f]{6,20}$/.exec(searchParams.get("h") ?? "")?.[0] ?? null;
  return { provider: "vimeo", id, key, start: readStart(searchParams, hash) };
}

function readFacebook({ pathname, searchParams }: URL): FacebookVideo | null {
  const isWatch = /^\/(?:watch(?:\/live)?|video\.php)\/?$/.test(pathname);
  const named = isWatch ? `/x/videos/${searchParams.get("v")}` : pathname;
  const [, kind, id] = /^\/(reel|[\w.-]+\/videos(?:\/[^/]+)?)\/(\d{5,20})\/?$/.exec(named) ?? [];
  return id === undefined ? null : { provider: "facebook", id, isReel: kind === "reel" };
}

/** Where to begin, in whole seconds: "90", "90s" or "1h2m3s", as `t`, `start` or `#t=`. 0 for the beginning. */
function readStart(parameters: URLSearchParams, hash: string): number {
  const given = parameters.get("t") ?? parameters.get("start") ?? hash.replace(/^#t=/, "");
  const parts = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(given) ?? [];
  const [hours, minutes, seconds] = [1, 2, 3].map((part) => Number(parts[part] ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
