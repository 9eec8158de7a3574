/** The COSE number of P-256, the only curve of the algorithm ES256 in WebAuthn. */
const p256 = 1;

/** The length of each of the two numbers of a signature, r and s, in bytes. */
const numberLength = 32;

/**
 * The signature of a passkey as WebCrypto verifies it: r and s, each in 32 bytes. Passkeys sign in DER, a SEQUENCE of two
 * INTEGERs. Throws for anything else. It replaces a function of the passkey library: see scripts/without-attestation.ts.
 */
export function unwrapEC2Signature(der: Uint8Array, curve: number): Uint8Array {
  if (curve !== p256) throw new Error(`Curve ${curve} is not P-256`);
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new Error("Not a DER sequence");
  const r = readInteger(der, 2);
  const s = readInteger(der, r.end);
  if (s.end !== der.length) throw new Error("More than two numbers");
  const signature = new Uint8Array(2 * numberLength);
  signature.set(r.bytes, numberLength - r.bytes.length);
  signature.set(s.bytes, 2 * numberLength - s.bytes.length);
  return signature;
}

/** The bytes of a DER INTEGER without zeros before them, and the index after it. */
function readInteger(der: Uint8Array, start: number): { bytes: Uint8Array; end: number } {
  const first = start + 2;
  const end = first + (der[start + 1] ?? 0);
  if (der[start] !== 0x02 || end > der.length) throw new Error("Not a DER integer");
  const content = der.subarray(first, end);
  const zeros = content.findIndex((byte) => byte !== 0);
  const bytes = zeros < 0 ? content.subarray(content.length) : content.subarray(zeros);
  if (bytes.length > numberLength) throw new Error("The number is too long");
  return { bytes, end };
}
