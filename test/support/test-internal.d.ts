/** A part of the plugin that it does not document. */
declare module "cloudflare:test-internal" {
  /** Resolves when everything that was given to `waitUntil` is done. */
  export function waitForGlobalWaitUntil(): Promise<void>;
}
