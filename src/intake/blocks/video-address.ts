import { readAttribute, walkElements } from "./markup.ts";
import type { MarkupElement } from "./markup.ts";

/** Players that sites set into their pages, and the address at which the same film is watched. */
const players: { player: RegExp; watch: (id: string) => string }[] = [
  {
    player:
      /^https?:\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/|youtu\.be\/)([\w-]{6,20})/i,
    watch: (id) => `https://www.youtube.com/watch?v=${id}`,
  },
  {
    player: /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i,
    watch: (id) => `https://vimeo.com/${id}`,
  },
  {
    player: /^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/i,
    watch: (id) => `https://www.dailymotion.com/video/${id}`,
  },
  {
    player: /^https?:\/\/(?:www\.)?facebook\.com\/plugins\/video\.php\?(?:[^#]*&)?href=([^&#]+)/i,
    watch: decodeURIComponent,
  },
];

/** The address at which the film of a player is watched; null for another frame. */
export function findVideoAddress(source: string): string | null {
  const address = source.trim().replace(/^\/\//, "https://");
  for (const { player, watch } of players) {
    const id = player.exec(address)?.[1];
    if (id === undefined || id === "videoseries") continue;
    try {
      return watch(id);
    } catch {
      return null;
    }
  }
  return /^https?:\/\/(?:www\.)?(?:youtube\.com|vimeo\.com)\//i.test(address) ? address : null;
}

/** The address of a film or sound that a page plays itself; "" without one. */
export function readMediaAddress(node: MarkupElement): string {
  const sources = [...walkElements(node)].map((one) => readAttribute(one, "src"));
  return sources.find((source) => source !== "") ?? "";
}
