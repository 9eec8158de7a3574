import { passkeyWords } from "../../vietnamese/words/account.ts";
import { element } from "../editor/element.ts";

/** The server sets it when a user without a passkey signs in with a password. */
const cookie = "moi-khoa";

/** Stores in this browser that the user does not want a passkey. */
const declined = "khoa-de-sau";

/** Offers a passkey above the page, once after signing in, unless the user declined it on this device. */
export function showPasskeyOffer(accept: (status: HTMLElement) => Promise<void>): void {
  if (!document.cookie.includes(`${cookie}=1`)) return;
  document.cookie = `__Host-${cookie}=; Path=/; Secure; SameSite=Lax; Max-Age=0`;
  // A site on this machine sets it plain, too: src/newsroom/session-cookie.ts.
  document.cookie = `${cookie}=; Path=/; SameSite=Lax; Max-Age=0`;
  if (localStorage.getItem(declined) !== null) return;
  const status = element("p", { role: "status" });
  const yes = element("button", { type: "button", class: "primary" }, passkeyWords.accept);
  const no = element("button", { type: "button" }, passkeyWords.later);
  const offer = element(
    "section",
    { class: "note", "aria-label": passkeyWords.offerLabel },
    element("p", {}, passkeyWords.offer),
    element("p", { class: "row" }, yes, no),
    status,
  );
  yes.addEventListener("click", () => {
    yes.disabled = true;
    void accept(status).finally(() => (yes.disabled = false));
  });
  no.addEventListener("click", () => {
    localStorage.setItem(declined, "1");
    offer.remove();
  });
  document.querySelector("main")?.prepend(offer);
}
