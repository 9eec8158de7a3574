/**
 * Tells the site once that somebody reads this article. `data-views` begins with the number of readers for whom one tells: 1 if
 * everybody does. A reader who asks not to be tracked does not tell.
 */
export function countView(): void {
  const signed = document.querySelector<HTMLElement>(".article")?.dataset["views"];
  const { doNotTrack, globalPrivacyControl } = navigator as PrivateNavigator;
  if (doNotTrack === "1" || globalPrivacyControl) return;
  if (signed && Math.random() * parseInt(signed) < 1) {
    // There is no frame before the page is seen: a page that loads in the background does not count.
    requestAnimationFrame(() => navigator.sendBeacon(`/luot-xem/${signed}`));
  }
}

type PrivateNavigator = Navigator & { globalPrivacyControl?: boolean };
