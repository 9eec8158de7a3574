import { makeElement, onPress } from "./gallery.ts";

/** Pressing the card of a video loads the provider's player in place of its picture. The next press follows the link. */
export function playVideos(): void {
  document.querySelectorAll<HTMLElement>(".video").forEach((card) =>
    onPress(card, (event) => {
      if (card.querySelector("iframe")) return;
      event.preventDefault();
      const frame = makeElement("iframe");
      Object.assign(frame, {
        src: card.dataset["frame"],
        title: card.textContent,
        // Players need the origin of the page, which a preview would not send. They get no more than that.
        referrerPolicy: "origin",
        allow: "autoplay;fullscreen",
      });
      card.prepend(frame);
      frame.focus();
    }),
  );
}
