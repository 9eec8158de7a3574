import { exampleSettings } from "../../scripts/deploy/deploy-settings.ts";

export const publicAddress = "https://bantin.tinh.gov.vn";

/** Makes wrangler.toml that of a real site. */
export function makeRealSettings(toml: string): string {
  return Object.values(exampleSettings)
    .reduce(
      (text, example) => text.replace(`"${example}"`, JSON.stringify(makeReal(example))),
      toml,
    )
    .replace("http://localhost:8787", publicAddress);
}

function makeReal(example: string): string {
  return example.includes("example") ? example.replace("example", "tinh") : `${example} Sơn La`;
}
