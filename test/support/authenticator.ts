import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** The values that an authenticator signs. A forger would change them. */
export type Ceremony = { challenge: string; origin: string; rpId: string; counter: number };

/** A software authenticator with one resident P-256 key. It answers as WebAuthn level 3 says. */
export class Authenticator {
  readonly #id = randomBytes(16);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  /** Whether it checks a fingerprint or a code before it answers, and says so (the flag UV). */
  verifiesUser = true;

  get id(): string {
    return base64url(this.#id);
  }

  /** RegistrationResponseJSON. In every format but "none", the key states its algorithm and signs (self-attestation). */
  register({ challenge, origin, rpId, counter }: Ceremony, format = "none") {
    const clientData = { type: "webauthn.create", challenge, origin, crossOrigin: false };
    const clientDataJSON = Buffer.from(JSON.stringify(clientData));
    // An empty id of the maker (16 bytes), then the length in 2 bytes.
    const attested = Buffer.concat([
      Buffer.alloc(16),
      Buffer.from([0, this.#id.length]),
      this.#id,
      this.#coseKey(),
    ]);
    const authData = Buffer.concat([
      authenticatorData(rpId, this.#flags(0b01000001), counter),
      attested,
    ]);
    const attestationObject = Buffer.concat([
      Buffer.from([163]),
      text("fmt"),
      text(format),
      text("attStmt"),
      format === "none" ? Buffer.from([160]) : this.#statement(authData, clientDataJSON),
      text("authData"),
      byteString(authData),
    ]);
    return {
      id: this.id,
      rawId: this.id,
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64url(clientDataJSON),
        attestationObject: base64url(attestationObject),
        transports: ["internal"],
      },
    };
  }

  /** AuthenticationResponseJSON. */
  signIn({ challenge, origin, rpId, counter }: Ceremony) {
    const clientData = { type: "webauthn.get", challenge, origin, crossOrigin: false };
    const clientDataJSON = Buffer.from(JSON.stringify(clientData));
    const authData = authenticatorData(rpId, this.#flags(0b00000001), counter);
    const signature = this.#sign(authData, clientDataJSON);
    return {
      id: this.id,
      rawId: this.id,
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64url(clientDataJSON),
        authenticatorData: base64url(authData),
        signature: base64url(signature),
      },
    };
  }

  /** {"alg": -7 (ES256), "sig": the signature} in CBOR. */
  #statement(authData: Buffer, clientDataJSON: Buffer): Buffer {
    const signature = this.#sign(authData, clientDataJSON);
    return Buffer.concat([
      Buffer.from([162]),
      text("alg"),
      Buffer.from([0x26]),
      text("sig"),
      byteString(signature),
    ]);
  }

  #sign(authData: Buffer, clientDataJSON: Buffer): Buffer {
    const signed = Buffer.concat([authData, sha256(clientDataJSON)]);
    return createSign("sha256").update(signed).sign(this.#keys.privateKey);
  }

  #flags(others: number): number {
    return this.verifiesUser ? others | 0b00000100 : others;
  }

  /** {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} in CBOR. */
  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      byteString(Buffer.from(x, "base64url")),
      Buffer.from([0x22]),
      byteString(Buffer.from(y, "base64url")),
    ]);
  }
}

function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(Buffer.from(rpId)), Buffer.from([flags]), count]);
}

/** A CBOR text of up to 23 bytes. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

/** A CBOR byte string of 24 to 255 bytes, in the shortest form, which WebAuthn requires. */
function byteString(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function base64url(bytes: Buffer): string {
  return bytes.toString("base64url");
}
