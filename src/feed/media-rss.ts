import type { FeedPhoto } from "./feed-photo.ts";
import { xml } from "./xml.ts";
import type { Xml } from "./xml.ts";

/** Photos in Media RSS 1.5.1 (https://www.rssboard.org/media-rss), for RSS and Atom alike: namespace `media`. */
export function mediaContents(photos: readonly FeedPhoto[]): Xml[] {
  return photos.map(
    ({ url, width, height, alt, caption, credit }) => xml`
<media:content url="${url}" medium="image" width="${width}" height="${height}">
<media:description type="plain">${caption ?? alt}</media:description>${
      credit === null
        ? null
        : xml`
<media:credit role="photographer" scheme="urn:ebu">${credit}</media:credit>`
    }
</media:content>`,
  );
}
