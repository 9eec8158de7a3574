import { offerTextSizes, offerThemes } from "./display-choices.ts";
import { countView } from "./count-view.ts";
import { openPhotosLarge } from "./gallery.ts";
import { foldMenus } from "./menu.ts";
import { offerCopies, offerSharing } from "./share.ts";
import { playVideos } from "./video.ts";

// One file for every page, so that it is cached before the reader opens the first article. Each call does nothing on a page
// without its controls. What reads articles aloud is a third of all, so it is a file of its own.
countView();
offerThemes();
offerTextSizes();
offerSharing();
offerCopies();
openPhotosLarge();
playVideos();
foldMenus();
if ("speechSynthesis" in window && document.querySelector(".listen")) {
  void import("./listen.ts").then(({ offerListening }) => offerListening());
}
