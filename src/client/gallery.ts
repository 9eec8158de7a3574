import { clientWords } from "../vietnamese/words/reading.ts";

/** How far a finger must move sideways to show another photo, in CSS pixels. */
const minSwipe = 40;

type Viewer = { show: (place: number) => void };

/** Opens each photo of the article in a `<dialog>`, which brings Esc, the focus and the backdrop. */
export function openPhotosLarge(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".photo-link")];
  if (!("HTMLDialogElement" in window)) return;
  let viewer: Viewer | null = null;
  links.forEach((link, place) =>
    onPress(link, (event) => {
      event.preventDefault();
      viewer ??= makeViewer(links);
      viewer.show(place);
    }),
  );
}

/** Calls back for each click but those by which a browser opens a link in another tab or window, or saves it. */
export function onPress(pressed: HTMLElement, act: (event: MouseEvent) => void): void {
  pressed.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    act(event);
  });
}

function makeViewer(links: HTMLAnchorElement[]): Viewer {
  const dialog = makeElement("dialog", "viewer");
  const figure = makeElement("figure");
  const count = makeElement("p");
  let here = 0;
  let opener = 0;
  const show = (place: number): void => {
    here = (place + links.length) % links.length;
    figure.replaceChildren(...createPhoto(links[here]));
    count.textContent = links.length > 1 ? `${here + 1}/${links.length}` : "";
    for (const beside of [here + 1, here - 1])
      preload(links[(beside + links.length) % links.length]);
  };
  const turn = (by: number): void => show(here + by);
  const previous = makeButton("‹", clientWords.previousPhoto, () => turn(-1));
  const next = makeButton("›", clientWords.nextPhoto, () => turn(1));
  const close = makeButton("×", clientWords.close, () => dialog.close());
  previous.hidden = next.hidden = links.length < 2;
  figure.ariaLive = "polite";
  // The English page has this viewer, too.
  dialog.lang = "vi";
  dialog.ariaLabel = clientWords.photos;
  dialog.append(close, count, figure, previous, next);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") turn(-1);
    if (event.key === "ArrowRight") turn(1);
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => links[opener]?.focus());
  turnBySwipe(dialog, turn);
  document.body.append(dialog);
  return {
    show: (place) => {
      opener = place;
      show(place);
      dialog.showModal();
    },
  };
}

/** The large photo, with the caption and credit it has in the article. */
function createPhoto(link: HTMLAnchorElement | undefined): Node[] {
  const small = link?.querySelector("img");
  if (!link || !small) return [];
  const image = makeElement("img");
  const { alt, width, height } = small;
  Object.assign(image, { src: link.href, alt });
  // As attributes they reserve the space before the photo is loaded.
  image.setAttribute("width", small.getAttribute("width") ?? String(width));
  image.setAttribute("height", small.getAttribute("height") ?? String(height));
  const caption = link.parentElement?.querySelector("figcaption")?.cloneNode(true);
  return caption ? [image, caption] : [image];
}

function preload(link: HTMLAnchorElement | undefined): void {
  if (link) new Image().src = link.href;
}

function turnBySwipe(dialog: HTMLElement, turn: (by: number) => void): void {
  let from: number | null = null;
  dialog.addEventListener("touchstart", ({ touches }) => {
    // Two fingers are zooming.
    from = touches.length === 1 ? (touches[0]?.clientX ?? null) : null;
  });
  dialog.addEventListener("touchend", ({ changedTouches }) => {
    const way = from === null ? 0 : (changedTouches[0]?.clientX ?? from) - from;
    from = null;
    if (Math.abs(way) > minSwipe) turn(way < 0 ? 1 : -1);
  });
}

function makeButton(sign: string, label: string, act: () => void): HTMLButtonElement {
  const made = makeElement("button");
  made.type = "button";
  made.textContent = sign;
  made.ariaLabel = label;
  made.addEventListener("click", act);
  return made;
}

export function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
