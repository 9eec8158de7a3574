import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";

const library = dirname(fileURLToPath(import.meta.resolve("@simplewebauthn/server")));

/** Files that verify certificates, and the certificates. Nothing of them runs while attestation is "none". */
const unused = [
  "helpers/convertX509PublicKeyToCOSE.js",
  "registration/verifications/tpm/verifyAttestationTPM.js",
  "registration/verifications/verifyAttestationAndroidKey.js",
  "registration/verifications/verifyAttestationAndroidSafetyNet.js",
  "registration/verifications/verifyAttestationApple.js",
  "registration/verifications/verifyAttestationFIDOU2F.js",
  "registration/verifications/verifyAttestationPacked.js",
  "services/defaultRootCerts/android-key.js",
  "services/defaultRootCerts/android-safetynet.js",
  "services/defaultRootCerts/apple.js",
  "services/defaultRootCerts/mds.js",
  "services/metadataService.js",
];

/** Files that load code for certificates beside what the Worker needs of them. */
const replaced = {
  "helpers/index.js": `export * from "./decodeAttestationObject.js"; export * from "./iso/index.js";`,
  "helpers/iso/isoCrypto/unwrapEC2Signature.js": `export * from ${JSON.stringify(resolveSource("ecdsa-signature.ts"))};`,
};

/** What replaceFiles returns, read once. */
const files = replaceFiles();

/** The library's packages for certificates. */
const certificates = /^(@peculiar\/|reflect-metadata$)/;

/**
 * Bundles the passkey library without its code for attestation and certificates, which is more than a tenth of the Worker:
 * see docs/decisions/015. The build fails if a file is not where it was, or if another one needs certificates.
 */
export const withoutAttestation: Plugin = {
  name: "without-attestation",
  load: {
    filter: { id: /[\\/]@simplewebauthn[\\/]server[\\/]/ },
    handler: async (path) => (await files).get(path) ?? null,
  },
  resolveId: {
    filter: { id: certificates },
    handler: (path, importer) => {
      throw new Error(`${importer} brings ${path} into the Worker`);
    },
  },
};

/** The new content of each replaced file, by its absolute path. Throws if a file is missing. */
export async function replaceFiles(): Promise<Map<string, string>> {
  const refusals = unused.map(async (name): Promise<[string, string]> => {
    const path = join(library, name);
    return [path, refuseCalls(await readFile(path, "utf8"))];
  });
  const others = Object.entries(replaced).map(
    async ([name, content]): Promise<[string, string]> => {
      const path = join(library, name);
      await readFile(path);
      return [path, content];
    },
  );
  return new Map(await Promise.all([...refusals, ...others]));
}

/** A module with the exports of another one. To call one throws. */
function refuseCalls(module: string): string {
  const names = [...module.matchAll(/^export (?:async function|function|class|const) (\w+)/gm)];
  return names
    .map(([, name]) => `export function ${name}() { throw new Error("${name} is left out"); }`)
    .join("\n");
}

function resolveSource(name: string): string {
  return fileURLToPath(new URL(`../src/newsroom/account/${name}`, import.meta.url));
}
