import { html, raw, type Html } from "./template.ts";

export type IconName =
  | "search"
  | "menu"
  | "facebook"
  | "zalo"
  | "link"
  | "print"
  | "download"
  | "share"
  | "listen"
  | "theme"
  | "rss";

/** Outlines on a 24 × 24 grid. */
const outlines: Record<IconName, string> = {
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 5 5"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  facebook: '<path d="M17 4h-2.5A3.5 3.5 0 0 0 11 7.5V21M7.5 12.5h8"/>',
  zalo: '<path d="M7 6h10L7 18h10"/>',
  link: '<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.6-5.6L12 7.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.6 5.6l1.4-1.4"/>',
  print: '<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z"/>',
  download: '<path d="M12 3.5V15m-5-4.5 5 5 5-5M4.5 20.5h15"/>',
  share:
    '<circle cx="6" cy="12" r="2.5"/><circle cx="17" cy="5.5" r="2.5"/><circle cx="17" cy="18.5" r="2.5"/><path d="m8.2 10.7 6.6-3.9M8.2 13.3l6.6 3.9"/>',
  listen: '<path d="M4 9.5v5h4l5 4v-13l-5 4zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11"/>',
  theme: '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"/>',
  rss: '<path d="M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14"/><circle cx="6" cy="18" r="1"/>',
};

/** A drawing beside words, or inside a labelled control: hidden from screen readers. */
export function renderIcon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    ${raw(outlines[name])}
  </svg>`;
}
