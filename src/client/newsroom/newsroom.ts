/*
 * The entry of every page of the newsroom: small. What a page needs beyond it is loaded when the page is there and usable.
 */
const form = document.querySelector<HTMLFormElement>("form#bai");

// Pages work without it: where it cannot be loaded, they go on as they are.
if (form !== null) {
  import("./article-form.ts")
    .then(({ openArticleForm }) => openArticleForm(form))
    .catch(() => null);
}

// Keys: where a page has a place for them, and once after somebody signed in without one.
const isForKeys = document.querySelector("[data-passkey]") !== null;
if (isForKeys || document.cookie.includes("__Host-moi-khoa=")) {
  import("./passkeys.ts").then(({ offerPasskeys }) => offerPasskeys()).catch(() => null);
}
