import type * as v from "valibot";
import type { AppContext } from "../../context.ts";
import {
  keepChallenge,
  takeChallenge,
  listPasskeys,
  challengeLifetime,
  useSignInChallenge,
} from "../../people/passkey-store.ts";
import type { PasskeyCredential } from "../../people/passkey-store.ts";
import { makeSignInChallenge, readChallengeEnd } from "../../people/sign-in-challenge.ts";
import type { Person } from "../../people/person.ts";
import type { NewPasskey, UsedPasskey } from "./passkey-route.ts";

/** COSE numbers of Ed25519, P-256 and RSA, which present authenticators use. */
const algorithms = [-8, -7, -257];

/** The relying party: the host of the site, and the origin of its own pages. */
function describeRelyingParty(c: AppContext): { rpID: string; origin: string } {
  const { baseUrl } = c.var.site;
  return { rpID: new URL(baseUrl).hostname, origin: baseUrl };
}

/** Options for a browser to create a passkey. The key is resident, so that signing in needs no username. */
export async function makeRegistrationOptions(c: AppContext, { id, username, name }: Person) {
  const { generateRegistrationOptions } = await webauthn();
  const passkeys = await listPasskeys(c.env.DB, id);
  const options = await generateRegistrationOptions({
    rpName: c.var.site.name,
    rpID: describeRelyingParty(c).rpID,
    userID: new Uint8Array(new TextEncoder().encode(id)),
    userName: username,
    userDisplayName: name,
    timeout: challengeLifetime,
    attestationType: "none",
    excludeCredentials: passkeys.map((passkey) => ({ id: passkey.id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  });
  await keepChallenge(c.env.DB, options.challenge, id, Date.now());
  return options;
}

/** The passkey that a browser created. Null if the response does not answer a challenge that we gave this person. */
export async function verifyRegistration(
  c: AppContext,
  personId: string,
  { response }: v.InferOutput<typeof NewPasskey>,
): Promise<PasskeyCredential | null> {
  const challenge = await findAnsweredChallenge(c, response.response.clientDataJSON, personId);
  if (challenge === null) return null;
  const { verifyRegistrationResponse } = await webauthn();
  const { rpID, origin } = describeRelyingParty(c);
  const { registrationInfo } = await removeStatement(response.response)
    .then((bare) =>
      verifyRegistrationResponse({
        response: { ...response, response: bare, clientExtensionResults: {} },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      }),
    )
    .catch(asUnverified);
  if (registrationInfo === undefined) return null;
  const { id, publicKey, counter } = registrationInfo.credential;
  return {
    id,
    counter,
    transports: response.response.transports,
    publicKey: Buffer.from(publicKey).toString("base64url"),
  };
}

/**
 * The response with attestation "none". A browser may pass on what the maker of a key states although it was not asked to; we
 * rely on no such statement, so none is verified. Throws if the response has no attestation object.
 */
async function removeStatement<Response extends { attestationObject: string }>(
  response: Response,
): Promise<Response> {
  const { decodeAttestationObject, isoBase64URL, isoCBOR } =
    await import("@simplewebauthn/server/helpers");
  const bytes = isoBase64URL.toBuffer(response.attestationObject);
  const bare = isoCBOR.encode(
    new Map<string, string | Uint8Array | Map<string, string>>([
      ["fmt", "none"],
      ["attStmt", new Map<string, string>()],
      ["authData", decodeAttestationObject(bytes).get("authData")],
    ]),
  );
  return { ...response, attestationObject: isoBase64URL.fromBuffer(bare) };
}

/** Options for a browser to sign in with a passkey. */
export async function signInOptions(c: AppContext) {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({
    challenge: makeSignInChallenge(c.env.TOKEN_KEY, Date.now()),
    rpID: describeRelyingParty(c).rpID,
    timeout: challengeLifetime,
    userVerification: "required",
  });
}

/** The new counter of a passkey that signed our challenge. Null if it did not. */
export async function verifyCounter(
  c: AppContext,
  { response }: v.InferOutput<typeof UsedPasskey>,
  credential: PasskeyCredential,
): Promise<number | null> {
  const now = Date.now();
  const challenge = readChallenge(response.response.clientDataJSON);
  if (challenge === null) return null;
  const endsAt = readChallengeEnd(challenge, c.env.TOKEN_KEY, now);
  if (endsAt === null) return null;
  const { verifyAuthenticationResponse } = await webauthn();
  const { rpID, origin } = describeRelyingParty(c);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: { ...response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: credential.id,
      publicKey: new Uint8Array(Buffer.from(credential.publicKey, "base64url")),
      counter: credential.counter,
    },
  }).catch(asUnverified);
  if (!verified || authenticationInfo === undefined) return null;
  const isFirstUse = await useSignInChallenge(c.env.DB, challenge, endsAt, now);
  return isFirstUse ? authenticationInfo.newCounter : null;
}

/** Uses up the challenge of a response. Null if we did not give it to this person, or it was answered before. */
async function findAnsweredChallenge(
  c: AppContext,
  clientDataJSON: string,
  personId: string,
): Promise<string | null> {
  const challenge = readChallenge(clientDataJSON);
  if (challenge === null) return null;
  return (await takeChallenge(c.env.DB, challenge, personId, Date.now())) ? challenge : null;
}

function readChallenge(clientDataJSON: string): string | null {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString());
    const { challenge } = (data ?? {}) as { challenge?: unknown };
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}

/** Loaded at the first use of a passkey: it is large, and readers' pages do not need it. */
function webauthn() {
  return import("@simplewebauthn/server");
}

/** The library throws for a wrong origin or host, a bad signature and an invalid response. */
function asUnverified() {
  return { verified: false, registrationInfo: undefined, authenticationInfo: undefined } as const;
}
