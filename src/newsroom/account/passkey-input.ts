import * as v from "valibot";
import { maxPasskeyNameLength } from "../../people/passkey-store.ts";

/** base64url of at most so many characters; a key's public part and its signatures are far shorter. */
const bytes = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.regex(/^[\w-]+$/));

const credential = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: v.literal("public-key"),
};

/** What a browser answers when it has made a passkey, as far as we read it (WebAuthn level 3, RegistrationResponseJSON). */
export const NewPasskey = v.object({
  /** Empty where nobody was asked for one. */
  name: v.pipe(v.string(), v.trim(), v.maxLength(maxPasskeyNameLength)),
  response: v.object({
    ...credential,
    response: v.object({
      clientDataJSON: bytes(4000),
      attestationObject: bytes(16_000),
      transports: v.optional(
        v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(10)),
        [],
      ),
    }),
  }),
});

/** What a browser answers when a passkey signs somebody in (AuthenticationResponseJSON), and where to go then. */
export const UsedPasskey = v.object({
  after: v.optional(v.string(), ""),
  response: v.object({
    ...credential,
    response: v.object({
      clientDataJSON: bytes(4000),
      authenticatorData: bytes(4000),
      signature: bytes(4000),
    }),
  }),
});

/** What is sent to ask for the options of a new passkey. */
export const PasskeyRequest = v.object({ password: v.optional(v.string(), "") });
