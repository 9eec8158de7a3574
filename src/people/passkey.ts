/** A WebAuthn credential of somebody, without its key: as lists show it. Times in ms since the epoch. */
export type Passkey = {
  /** Credential id, base64url. */
  id: string;
  name: string;
  createdAt: number;
  usedAt: number | null;
};

/** What verifying an answer of an authenticator needs. */
export type PasskeyCredential = {
  id: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
};

/** How long an authenticator may take to answer a challenge, in ms. */
export const challengeLifetime = 5 * 60 * 1000;

export const maxPasskeys = 20;

export const maxPasskeyNameLength = 60;
