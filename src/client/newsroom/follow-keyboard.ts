/**
 * Tells the style sheet how much of the window a phone's keyboard covers, so that the bars stay in what is visible. A
 * keyboard makes only the visual viewport smaller. So does enlarging the page with two fingers: then the bars stay
 * where they are.
 */
export function followKeyboard(): void {
  const viewport = window.visualViewport;
  if (viewport === null) return;
  const root = document.documentElement;
  const follow = (): void => {
    const { scale, offsetTop, height } = viewport;
    const isEnlarged = scale > 1.01;
    const bottom = Math.max(window.innerHeight, root.clientHeight) - offsetTop - height;
    root.style.setProperty("--covered-top", `${isEnlarged ? 0 : offsetTop}px`);
    root.style.setProperty("--covered-bottom", `${isEnlarged ? 0 : Math.max(0, bottom)}px`);
  };
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
}
