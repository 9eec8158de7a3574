import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  frameOrigins,
  readExternalVideo,
  videoAddress,
  videoFrame,
} from "../../src/addresses/external-video.ts";
import type { ExternalVideo } from "../../src/addresses/external-video.ts";

type Read = { provider: ExternalVideo["provider"]; address: string; frame: string };

/** The video at an address, and the addresses that are made of it. */
function read(address: string): Read | null {
  const video = readExternalVideo(address);
  if (video === null) return null;
  return { provider: video.provider, address: videoAddress(video), frame: videoFrame(video) };
}

const id = "aqz-KE-bpKQ";
const onYoutube = `https://www.youtube.com/watch?v=${id}`;

describe("an address of a video on YouTube", () => {
  test.each([
    `https://youtu.be/${id}`,
    `https://youtu.be/${id}?si=AbCdEf123456`,
    `http://youtube.com/watch?v=${id}`,
    `https://m.youtube.com/watch?feature=share&v=${id}&utm_source=zalo&fbclid=x`,
    `https://music.youtube.com/watch?v=${id}`,
    `https://www.youtube.com/shorts/${id}?feature=share`,
    `https://www.youtube.com/live/${id}`,
    `https://www.youtube.com/embed/${id}?rel=0`,
    `https://www.youtube-nocookie.com/embed/${id}`,
    `HTTPS://WWW.YOUTUBE.COM/watch?v=${id}#comments`,
  ])("%s leads to the video and carries nothing that follows readers", (address) => {
    expect(read(address)).toEqual({
      provider: "youtube",
      address: onYoutube,
      frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`,
    });
  });

  test.each([
    [`https://youtu.be/${id}?t=90`, 90],
    [`${onYoutube}&t=1m30s`, 90],
    [`${onYoutube}&t=1h2m3s`, 3723],
    [`https://www.youtube.com/embed/${id}?start=15`, 15],
    [`${onYoutube}#t=42s`, 42],
    [`${onYoutube}&t=soon`, null],
  ])("%s begins at %s seconds", (address, start) => {
    const video = read(address);
    const begins = start === null ? "" : `&t=${start}`;
    expect(video?.address).toBe(onYoutube + begins);
    expect(new URL(video?.frame ?? "").searchParams.get("start")).toBe(start?.toString() ?? null);
  });

  test("keeps its playlist, and a playlist plays as one", () => {
    const inList = read(`${onYoutube}&list=PLabc-123_x&index=4`);
    expect(inList?.address).toBe(`${onYoutube}&list=PLabc-123_x`);
    expect(inList?.frame).toContain("&list=PLabc-123_x");
    expect(read("https://www.youtube.com/playlist?list=PLabc-123_x&si=9")).toEqual({
      provider: "youtube",
      address: "https://www.youtube.com/playlist?list=PLabc-123_x",
      frame: "https://www.youtube-nocookie.com/embed/videoseries?autoplay=1&list=PLabc-123_x",
    });
  });
});

test.each([
  ["https://vimeo.com/76979871", "https://vimeo.com/76979871"],
  ["https://vimeo.com/channels/staffpicks/76979871?ref=x", "https://vimeo.com/76979871"],
  ["https://vimeo.com/76979871/8272103f6e", "https://vimeo.com/76979871/8272103f6e"],
  [
    "https://player.vimeo.com/video/76979871?h=8272103f6e&badge=0",
    "https://vimeo.com/76979871/8272103f6e",
  ],
  ["https://vimeo.com/76979871#t=1m5s", "https://vimeo.com/76979871#t=65s"],
])("%s is the video %s, which Vimeo's player shows", (given, address) => {
  const video = read(given);
  expect(video).toMatchObject({ provider: "vimeo", address });
  expect(video?.frame).toMatch(/^https:\/\/player\.vimeo\.com\/video\/76979871\?.*dnt=1/);
  expect(video?.frame.includes("h=8272103f6e")).toBe(address.includes("8272103f6e"));
});

test.each([
  [
    "https://www.facebook.com/watch/?v=10153231379946729&ref=sharing",
    "/watch/?v=10153231379946729",
  ],
  ["https://m.facebook.com/watch?v=10153231379946729", "/watch/?v=10153231379946729"],
  ["https://facebook.com/facebook/videos/10153231379946729/", "/watch/?v=10153231379946729"],
  [
    "https://vi-vn.facebook.com/so.khcn/videos/hoi-nghi/10153231379946729",
    "/watch/?v=10153231379946729",
  ],
  ["https://www.facebook.com/video.php?v=10153231379946729", "/watch/?v=10153231379946729"],
  ["https://www.facebook.com/reel/1234567890/?s=x&mibextid=y", "/reel/1234567890"],
])("%s is the video %s, which Facebook's plug-in shows", (given, path) => {
  const video = read(given);
  const address = `https://www.facebook.com${path}`;
  expect(video).toMatchObject({ provider: "facebook", address });
  const frame = new URL(video?.frame ?? "");
  expect(frame.origin + frame.pathname).toBe("https://www.facebook.com/plugins/video.php");
  expect(frame.searchParams.get("href")).toBe(address);
});

test.each([
  `https://youtube.com.evil.example/watch?v=${id}`,
  `https://evil.example/watch?v=${id}`,
  `https://evil-youtube.com/watch?v=${id}`,
  `https://youtube.com@evil.example/watch?v=${id}`,
  `https://user:secret@www.youtube.com/watch?v=${id}`,
  `https://www.youtube.com:8443/watch?v=${id}`,
  `https://www.youtube.com./watch?v=${id}`,
  `https://www.youtubе.com/watch?v=${id}`,
  `https://youtu.be/${id}/x`,
  `https://youtu.be/${id}x`,
  "https://www.youtube.com/@sokhcn",
  "https://www.youtube.com/watch?v=",
  `https://www.youtube.com/redirect?q=https://evil.example&v=${id}`,
  "https://www.youtube.com/playlist",
  "https://vimeo.com/sokhcn",
  "https://vimeo.com/76979871/comments",
  "https://www.facebook.com/sokhcn",
  "https://www.facebook.com/share/v/AbCdEf/",
  "https://fb.watch/AbCdEf/",
  "https://www.facebook.com/watch/?v=javascript:alert(1)",
  `javascript:alert("https://www.youtube.com/watch?v=${id}")`,
  `data:text/html,https://youtu.be/${id}`,
  `//www.youtube.com/watch?v=${id}`,
  "ftp://youtu.be/aqz-KE-bpKQ",
  "",
])("%s is no video", (address) => {
  expect(read(address)).toBeNull();
});

const hosts = ["youtube.com", "www.youtube.com", "youtu.be", "vimeo.com", "player.vimeo.com"];
const host = fc.constantFrom("www.facebook.com", "m.facebook.com", ...hosts);
const path = fc.oneof(
  fc.constantFrom("watch", "shorts/aqz-KE-bpKQ", "76979871", "watch/", "reel/1234567890"),
  fc.string(),
);
const parameter = fc.tuple(
  fc.constantFrom("v", "t", "list", "h", "start", "href", "x"),
  fc.string(),
);

describe("whatever address is read", () => {
  test("only the providers' own hosts are a video", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        expect(read(address)).toBeNull();
      }),
    );
  });

  test("a video's frame stays on its provider's origin, and its address names the same video", () => {
    fc.assert(
      fc.property(host, path, fc.array(parameter), (name, rest, parameters) => {
        const query = new URLSearchParams([["v", id], ...parameters.slice(0, 3)]);
        const video = read(`https://${name}/${rest}?${query}`);
        if (video === null) return;
        expect(new URL(video.frame).origin).toBe(frameOrigins[video.provider]);
        expect(video.address).toMatch(/^https:\/\/(?:www\.youtube|vimeo|www\.facebook)\.com\//);
        expect(video.address + video.frame).not.toMatch(/["'<>\s]/);
        expect(read(video.address)).toEqual(video);
      }),
      { numRuns: 1000 },
    );
  });
});
