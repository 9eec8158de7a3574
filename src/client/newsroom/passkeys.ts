import {
  newPasskeyOptionsPath,
  newPasskeyPath,
  passkeySignInOptionsPath,
  passkeySignInPath,
} from "../../addresses/newsroom.ts";
import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from "@simplewebauthn/browser";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { passkeyWords } from "../../vietnamese/words/account.ts";
import { askServer } from "./ask-server.ts";
import { showPasskeyOffer } from "./passkey-offer.ts";

/** The server's answer after a passkey was created or used. */
type SignedIn = { location: string };

/** Shows the page's places for passkeys. They stay hidden without script and in browsers without passkeys. */
export function offerPasskeys(): void {
  if (!browserSupportsWebAuthn()) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey="add"]')) {
    offerInForm(form);
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey="sign-in"]')) {
    void offerSignIn(place);
  }
  showPasskeyOffer((status) => reportProgress(status, () => addPasskey("", "")));
}

/** On the user's own account: asks for a name, and for the password if the user signed in long ago. */
function offerInForm(form: HTMLFormElement): void {
  form.hidden = false;
  const [button, status] = [form.querySelector("button"), form.querySelector("[role=status]")];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = new FormData(form);
    void reportProgress(status, async () => {
      button?.setAttribute("disabled", "");
      await addPasskey(readField(typed, "key-name"), readField(typed, "key-password"));
    }).finally(() => button?.removeAttribute("disabled"));
  });
}

/** On the sign-in page: a button, and passkeys among the browser's suggestions for the username. */
async function offerSignIn(place: HTMLElement): Promise<void> {
  place.hidden = false;
  const status = place.querySelector("[role=status]");
  place.querySelector("button")?.addEventListener("click", () => {
    void reportProgress(status, () => signIn(false));
  });
  // The button cancels this request. The user did not start it, so a failure is not shown.
  if (await browserSupportsWebAuthnAutofill()) await signIn(true).catch(() => null);
}

async function addPasskey(name: string, password: string): Promise<void> {
  const optionsJSON = await post<PublicKeyCredentialCreationOptionsJSON>(newPasskeyOptionsPath, {
    password,
  });
  const response = await startRegistration({ optionsJSON });
  const { location } = await post<SignedIn>(newPasskeyPath, { name, response });
  window.location.assign(location);
}

async function signIn(useBrowserAutofill: boolean): Promise<void> {
  const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>(
    passkeySignInOptionsPath,
    {},
  );
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill });
  const after = document.querySelector<HTMLInputElement>("input[name=next]")?.value ?? "";
  const { location } = await post<SignedIn>(passkeySignInPath, { response, after });
  window.location.assign(location);
}

/** Runs an action, and shows on the page that it is working, or why it failed. */
async function reportProgress(status: Element | null, act: () => Promise<void>): Promise<void> {
  const say = (text: string): void => {
    if (status !== null) status.textContent = text;
  };
  say(passkeyWords.working);
  try {
    await act();
  } catch (error) {
    say(explainFailure(error));
  }
}

function explainFailure(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof WebAuthnError || error instanceof DOMException) {
    const here = "code" in error && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED";
    return here ? passkeyWords.alreadyHere : passkeyWords.cancelled;
  }
  return passkeyWords.notConnected;
}

/** A refusal in the server's words. */
class Refusal extends Error {}

async function post<Value>(path: string, body: unknown): Promise<Value> {
  const answer = await askServer<Value>("POST", path, body);
  if (answer.kind === "done") return answer.value;
  throw answer.kind === "refused" ? new Refusal(answer.detail) : new TypeError("offline");
}

function readField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
