/** The Worker's bindings and settings from wrangler.toml, and the secrets it requires. */
type Env = {
  DB: D1Database;
  PHOTOS: R2Bucket;
  IMAGES: ImagesBinding;
  /** The files of dist/assets, which scripts/build-client.ts writes. */
  ASSETS: Fetcher;
  VERSION: WorkerVersionMetadata;
  WRITE_LIMIT: RateLimit;
  TOKEN_FAILURE_LIMIT: RateLimit;
  SIGN_IN_FORM_LIMIT: RateLimit;
  REPORT_LIMIT: RateLimit;
  VIEW_LIMIT: RateLimit;
  READ_LIMIT: RateLimit;
  ATTEMPT_COUNTER: DurableObjectNamespace<import("./durable/attempt-counter.ts").AttemptCounter>;
  LARGE_REQUESTS: DurableObjectNamespace<import("./durable/large-requests.ts").LargeRequests>;
  PASSWORD_HASHER: DurableObjectNamespace<import("./durable/password-hasher.ts").PasswordHasher>;
  VIEW_COUNTER: DurableObjectNamespace<import("./durable/view-counter.ts").ViewCounter>;
  /** Secret: key of the HMACs under which API and session tokens are stored and preview links are signed. */
  TOKEN_KEY: string;
  /** Secret: 32 random bytes in base64url, the private key that signs notifications. Without it there are none. */
  PUSH_KEY?: string;
  /** "stand-in" for a cache in memory, where the platform has none. Deployments do not set it. */
  EDGE_CACHE?: string;
  /**
   * Where a site that the platform does not serve learns the client's address: "proxy" from the proxy in front of it, "none"
   * nowhere. Deployments do not set it.
   */
  CLIENT_ADDRESS?: string;
  /** "off" writes no line for each request into the log. Absent: "on". Failures are always logged. */
  REQUEST_LOG?: string;
  BASE_URL: string;
  SITE_NAME: string;
  SITE_TAGLINE: string;
  AGENCY_NAME: string;
  AGENCY_PARENT: string;
  AGENCY_RESPONSIBLE: string;
  AGENCY_ADDRESS: string;
  AGENCY_PHONE: string;
  AGENCY_EMAIL: string;
  PORTAL_NAME: string;
  PORTAL_URL: string;
  /** "on" or "off". */
  ACCESS_SIGN_IN: string;
  /** "off", "admins" or "editors". */
  REQUIRE_PASSKEY: string;
  /** "on" or "off". */
  HSTS_SUBDOMAINS: string;
  /** The most rows of D1 in an hour for requests without end: src/reading-limit.ts. Absent: 125,000. */
  ROWS_PER_HOUR?: string;
  HEADER_COLOUR: string;
  ACCENT_COLOUR: string;
  /** URL of a script that counts readers; absent or empty for none. */
  MEASUREMENT_SCRIPT?: string;
  /** "off", or of how many views one is counted: "1", "10" or "100". Absent: "1". */
  VIEW_SAMPLING?: string;
  /** Where `npm run deploy` makes the database. */
  DATABASE_LOCATION?: string;
  /** "paid" if the account has the platform's paid plan; "none" on a machine of its own. Absent: "free". */
  PLAN?: string;
};

declare namespace Cloudflare {
  type Env = {
    TEST_MIGRATIONS: import("cloudflare:test").D1Migration[];
  } & globalThis.Env;
  type GlobalProps = {
    mainModule: typeof import("./worker.ts");
  };
}
