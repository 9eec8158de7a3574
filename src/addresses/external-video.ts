export type VideoProvider = "youtube" | "vimeo" | "facebook";

/** A video on another site. Only this file knows the addresses of such videos. */
export type ExternalVideo = {
  provider: VideoProvider;
  /** Opens the video on the provider's site. Nothing that follows readers is left in it. */
  address: string;
  /** For the `src` of a frame that plays the video at once. Begins with the provider's `frameOrigins`. */
  frame: string;
};

/** The only origin that the frame of a provider's video may load. */
export const frameOrigins: Record<VideoProvider, string> = {
  youtube: "https://www.youtube-nocookie.com",
  vimeo: "https://player.vimeo.com",
  facebook: "https://www.facebook.com",
};

const hosts: Record<string, (url: URL) => ExternalVideo | null> = {
  "youtu.be": (url) => youtubeVideo(url, url.pathname.slice(1)),
  "youtube.com": readYoutube,
  "www.youtube.com": readYoutube,
  "m.youtube.com": readYoutube,
  "music.youtube.com": readYoutube,
  "youtube-nocookie.com": readYoutube,
  "www.youtube-nocookie.com": readYoutube,
  "vimeo.com": readVimeo,
  "www.vimeo.com": readVimeo,
  "player.vimeo.com": readVimeo,
  "facebook.com": readFacebook,
  "www.facebook.com": readFacebook,
  "m.facebook.com": readFacebook,
  "web.facebook.com": readFacebook,
  "vi-vn.facebook.com": readFacebook,
};

/**
 * The video that an address names; null for any other address. A short address of Facebook (fb.watch, /share/) names none:
 * only Facebook knows what it leads to.
 */
export function readExternalVideo(address: string): ExternalVideo | null {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (url.username !== "" || url.password !== "" || url.port !== "") return null;
  return Object.hasOwn(hosts, url.hostname) ? (hosts[url.hostname]?.(url) ?? null) : null;
}

function readYoutube(url: URL): ExternalVideo | null {
  const [, first = "", second = ""] = url.pathname.split("/");
  if (first === "watch") return youtubeVideo(url, url.searchParams.get("v") ?? "");
  const isList = first === "playlist" || (first === "embed" && second === "videoseries");
  if (isList) return youtubeList(url);
  return ["shorts", "live", "embed", "v"].includes(first) ? youtubeVideo(url, second) : null;
}

function youtubeVideo(url: URL, path: string): ExternalVideo | null {
  const id = /^([\w-]{11})\/?$/.exec(path)?.[1];
  if (id === undefined) return null;
  const list = readList(url);
  const start = readStart(url);
  const address = new URLSearchParams({ v: id });
  const frame = new URLSearchParams({ autoplay: "1" });
  for (const parameters of [address, frame]) if (list !== null) parameters.set("list", list);
  if (start > 0) {
    address.set("t", String(start));
    frame.set("start", String(start));
  }
  return {
    provider: "youtube",
    address: `https://www.youtube.com/watch?${address}`,
    frame: `${frameOrigins.youtube}/embed/${id}?${frame}`,
  };
}

function youtubeList(url: URL): ExternalVideo | null {
  const list = readList(url);
  if (list === null) return null;
  return {
    provider: "youtube",
    address: `https://www.youtube.com/playlist?list=${list}`,
    frame: `${frameOrigins.youtube}/embed/videoseries?autoplay=1&list=${list}`,
  };
}

function readList({ searchParams }: URL): string | null {
  return /^[\w-]{2,64}$/.exec(searchParams.get("list") ?? "")?.[0] ?? null;
}

function readVimeo(url: URL): ExternalVideo | null {
  const place = /^(?:\/video|\/channels\/[\w-]+|\/groups\/[\w-]+\/videos|\/album\/\d+\/video)?/;
  const rest = url.pathname.replace(place, "");
  const [, id, inPath] = /^\/(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/.exec(rest) ?? [];
  if (id === undefined) return null;
  // Who knows this may see a video that is not listed.
  const key = inPath ?? /^[\da-f]{6,20}$/.exec(url.searchParams.get("h") ?? "")?.[0];
  const start = readStart(url);
  const at = start === 0 ? "" : `#t=${start}s`;
  return {
    provider: "vimeo",
    address: `https://vimeo.com/${id}${key === undefined ? "" : `/${key}`}${at}`,
    frame: `${frameOrigins.vimeo}/video/${id}?${key === undefined ? "" : `h=${key}&`}autoplay=1&dnt=1${at}`,
  };
}

function readFacebook(url: URL): ExternalVideo | null {
  const path = url.pathname.replace(/\/$/, "");
  const reel = /^\/reel\/(\d{5,20})$/.exec(path)?.[1];
  if (reel !== undefined) return facebookVideo(`/reel/${reel}`);
  const isWatch = ["/watch", "/watch/live", "/video.php"].includes(path);
  const asked = isWatch ? url.searchParams.get("v") : null;
  const id = asked ?? /^\/[\w.-]+\/videos\/(?:[^/]+\/)?(\d+)$/.exec(path)?.[1] ?? "";
  return /^\d{5,20}$/.test(id) ? facebookVideo(`/watch/?v=${id}`) : null;
}

function facebookVideo(path: string): ExternalVideo {
  const address = frameOrigins.facebook + path;
  const parameters = new URLSearchParams({ href: address, show_text: "false", autoplay: "true" });
  return {
    provider: "facebook",
    address,
    frame: `${frameOrigins.facebook}/plugins/video.php?${parameters}`,
  };
}

/** Where to begin, in whole seconds: "90", "90s" or "1h2m3s", as `t`, `start` or `#t=`. 0 for the beginning. */
function readStart({ searchParams, hash }: URL): number {
  const given =
    searchParams.get("t") ?? searchParams.get("start") ?? /^#t=(.*)$/.exec(hash)?.[1] ?? "";
  const parts = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(given);
  if (parts === null) return 0;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
