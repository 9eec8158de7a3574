// The entry of every page of the newsroom: small, and each page loads what it needs beyond it.
if (document.getElementById("bai")) document.documentElement.dataset["form"] = "";

// Keys: where a page has a place for them, and once after somebody signed in without one.
const isForKeys = document.querySelector("[data-passkey]") !== null;
if (isForKeys || document.cookie.includes("__Host-moi-khoa=")) {
  import("./passkeys.ts").then(({ offerPasskeys }) => offerPasskeys()).catch(() => null);
}
