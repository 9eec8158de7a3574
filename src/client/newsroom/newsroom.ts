/*
 * The small entry of every newsroom page. It loads what a page needs when the page is already usable.
 */
import { loadAgainAfterBack } from "./fresh-page.ts";

loadAgainAfterBack();

const form = document.querySelector<HTMLFormElement>("form#bai");
const signOut = document.querySelector<HTMLFormElement>("form#thoat");

// If the script cannot be loaded, the page works without it.
if (form !== null) {
  import("./article-form.ts")
    .then(({ openArticleForm }) => openArticleForm(form))
    .catch(() => null);
}

// Ctrl+S saves the article, never the page as a file.
addEventListener("keydown", (event) => {
  const isSaveKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (form === null || !isSaveKey || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  const isTaken = !form.dispatchEvent(new Event("save", { cancelable: true }));
  if (!isTaken) form.querySelector<HTMLElement>("[value=save]")?.click();
});

// Passkeys: on pages with a place for them, and once after a user signed in without one.
const isForKeys = document.querySelector("[data-passkey]") !== null;
if (isForKeys || document.cookie.includes("moi-khoa=")) {
  import("./passkeys.ts").then(({ offerPasskeys }) => offerPasskeys()).catch(() => null);
}

// The calendar: dragging is an addition to its forms.
const calendar = document.querySelector<HTMLElement>("[data-calendar]");
if (calendar !== null) {
  import("./calendar.ts").then(({ offerDragging }) => offerDragging(calendar)).catch(() => null);
}

// The front page, its blocks and the pages of sections: moving is an addition to their fields.
const frontPlaces = document.querySelector<HTMLElement>("[data-front-places]");
if (frontPlaces !== null) {
  import("./front-places.ts").then(({ offerMoves }) => offerMoves(frontPlaces)).catch(() => null);
}

// Fields for a photo of the library.
const photoFields = document.querySelectorAll<HTMLElement>("[data-photo-field]");
if (photoFields.length > 0) {
  import("./photo-field.ts")
    .then(({ offerLibrary }) => photoFields.forEach(offerLibrary))
    .catch(() => null);
}

// Links, tokens and messages that people copy.
if (document.querySelector("[data-copy]") !== null) {
  import("./copy.ts").then(({ offerCopies }) => offerCopies()).catch(() => null);
}

// The upload into the library of photos.
const upload = document.querySelector<HTMLFormElement>("form[data-upload]");
if (upload !== null) {
  import("./library-upload.ts").then(({ sendOneByOne }) => sendOneByOne(upload)).catch(() => null);
}

// Notifications: on the account page, and once after each sign-in in a browser that may show them.
const pushPart = document.querySelector<HTMLElement>("[data-push-key]");
const mayRenew = "Notification" in window && Notification.permission === "granted";
if (pushPart !== null || (mayRenew && signOut !== null && !sessionStorage.getItem("thong-bao"))) {
  import("./push.ts")
    .then(async ({ offerNotifications, renewNotifications }) => {
      if (mayRenew) await renewNotifications();
      sessionStorage.setItem("thong-bao", "1");
      if (pushPart !== null) await offerNotifications(pushPart);
    })
    .catch(() => null);
}

if (signOut !== null) {
  import("./local-work.ts").then(({ guardPage }) => guardPage(signOut)).catch(() => null);
  signOut.addEventListener("submit", (event) => {
    event.preventDefault();
    import("./sign-out.ts")
      .then(({ signOutAsking }) => signOutAsking(signOut))
      .catch(() => signOut.submit());
  });
}
