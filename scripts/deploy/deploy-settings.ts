import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { experimental_readRawConfig } from "wrangler";
import { deployWords } from "../../src/vietnamese/words/start.ts";
import { assetsFolder } from "../build-client.ts";
import { findWrongSettings } from "../start/settings.ts";
import { StartFailure } from "../start/start-failure.ts";
import { readWorkerConfig } from "../start/worker-config.ts";
import type { WorkerConfig } from "../start/worker-config.ts";

/** What a deployment needs from the operator's wrangler.toml. */
export type DeploySettings = {
  /** The operator's file. */
  file: string;
  raw: RawConfig;
  /** Origin of the site. */
  address: string;
  /** Names of the secrets it requires. */
  secrets: string[];
  /** Folder of the migrations. */
  migrations: string;
  /** Tag of the newest migration of Durable Objects. */
  objects: string;
  /** Where Cloudflare keeps the database, if it is made now. */
  location: string;
  /** Names that no other site of the account has, because a Worker's name is unique there. */
  names: { worker: string; database: string; bucket: string };
};

/** The operator's file as it is written. Only the parts that a deployment changes are typed. */
type RawConfig = {
  name?: string;
  account_id?: string;
  route?: unknown;
  routes?: unknown;
  build?: unknown;
  rules?: unknown;
  assets?: object;
  observability?: object;
  d1_databases?: object[];
  r2_buckets?: object[];
  ratelimits?: { name: string }[];
  migrations?: { tag: string }[];
};

/** The publisher that wrangler.toml names as an example. A site must name its own (NĐ 42/2022 Art. 4). */
export const exampleSettings: Record<string, string> = {
  AGENCY_NAME: "Sở Khoa học và Công nghệ",
  AGENCY_PARENT: "Ủy ban nhân dân tỉnh",
  AGENCY_RESPONSIBLE: "Nguyễn Văn Minh – Giám đốc Sở",
  AGENCY_ADDRESS: "Số 1, đường Trung tâm, phường Trung tâm",
  AGENCY_PHONE: "0200 3800 000",
  AGENCY_EMAIL: "bantin@example.gov.vn",
  PORTAL_NAME: "Cổng thông tin điện tử tỉnh",
  PORTAL_URL: "https://example.gov.vn",
};

/** Where D1 can keep a database (`wrangler d1 create --location`). */
const locations = ["weur", "eeur", "apac", "oc", "wnam", "enam"];

/** Reads the settings. Throws StartFailure that names every one that is wrong or still has the example's value. */
export async function readDeploySettings(file: string): Promise<DeploySettings> {
  const config = await readWorkerConfig(file);
  const raw = experimental_readRawConfig({ config: file }).rawConfig as RawConfig;
  const { vars, secrets } = config;
  const location = vars["DATABASE_LOCATION"] ?? "apac";
  const worker = raw.name ?? "";
  requirePublicSettings(config);
  // The bucket of the photos has the shortest limit: 63 characters.
  if (!/^[a-z0-9](?:[a-z0-9-]{1,54}[a-z0-9])$/.test(worker)) {
    throw new StartFailure(deployWords.badName(worker));
  }
  if (!locations.includes(location)) {
    throw new StartFailure(deployWords.badLocation(location, locations));
  }
  return {
    file,
    raw,
    address: vars["BASE_URL"] ?? "",
    secrets,
    migrations: resolve(dirname(file), config.migrations),
    objects: raw.migrations?.at(-1)?.tag ?? "none",
    location,
    names: { worker, database: `${worker}-db`, bucket: `${worker}-photos` },
  };
}

/** Throws StartFailure that names each setting with which no site may be public: wrong ones and the example's. */
export function requirePublicSettings({
  vars,
  secrets,
}: Pick<WorkerConfig, "vars" | "secrets">): void {
  const withSecrets = {
    ...vars,
    ...Object.fromEntries(secrets.map((name) => [name, "x".repeat(32)])),
  };
  const wrong = findWrongSettings(withSecrets);
  // A cache in the memory of each isolate cannot be purged on the platform.
  if (vars["EDGE_CACHE"] !== undefined) wrong.push("EDGE_CACHE");
  if (wrong.length > 0) throw new StartFailure(deployWords.wrongSettings(wrong));
  const { protocol, hostname } = new URL(vars["BASE_URL"] ?? "");
  if (protocol !== "https:" || hostname === "localhost") {
    throw new StartFailure(deployWords.localAddress(vars["BASE_URL"] ?? ""));
  }
  const examples = Object.keys(vars).filter((name) => {
    const value = vars[name]?.trim() ?? "";
    return value === exampleSettings[name] || /\bexample\.|\.example\b/.test(value);
  });
  if (examples.length > 0) throw new StartFailure(deployWords.exampleSettings(examples));
}

/** Files of one deployment. In a folder of their own, because wrangler sends other scripts beside the Worker with it. */
const deployFolder = "dist/deploy";

/** Writes the Worker and the configuration with which wrangler deploys it, and returns the configuration's path. */
export async function writeDeployment(
  settings: DeploySettings,
  code: string,
  databaseId: string | null,
): Promise<string> {
  const { raw, names, migrations } = settings;
  const { build: _bundled, rules: _ofBundler, ...rest } = raw;
  const configuration = {
    ...rest,
    ...chooseAddress(settings),
    main: "worker.js",
    assets: { ...raw.assets, directory: resolve(assetsFolder) },
    preview_urls: false,
    observability: raw.observability ?? { enabled: true },
    d1_databases: (raw.d1_databases ?? []).map((database) => ({
      ...database,
      database_name: names.database,
      ...(databaseId === null ? {} : { database_id: databaseId }),
      migrations_dir: migrations,
    })),
    r2_buckets: (raw.r2_buckets ?? []).map((bucket) => ({ ...bucket, bucket_name: names.bucket })),
    ratelimits: (raw.ratelimits ?? []).map((limit) => ({
      ...limit,
      namespace_id: deriveLimitId(names.worker, limit.name),
    })),
  };
  await mkdir(deployFolder, { recursive: true });
  await writeFile(`${deployFolder}/worker.js`, code);
  const file = `${deployFolder}/wrangler.json`;
  await writeFile(file, JSON.stringify(configuration, null, 2));
  return file;
}

/**
 * The Worker answers for one host only. A host outside workers.dev becomes its custom domain, unless the operator's file has
 * routes, and then its address at workers.dev is off.
 */
function chooseAddress({ raw, address }: DeploySettings) {
  const host = new URL(address).hostname;
  if (host.endsWith(".workers.dev")) return { workers_dev: true };
  const hasRoutes = raw.route !== undefined || raw.routes !== undefined;
  const domain = hasRoutes ? {} : { routes: [{ pattern: host, custom_domain: true }] };
  return { workers_dev: false, ...domain };
}

/** A number for a rate limit of a site. Limits with one number share their counts in an account. */
function deriveLimitId(site: string, limit: string): string {
  const digest = createHash("sha256").update(`${site} ${limit}`).digest();
  return String(1 + (digest.readUInt32BE() % 2_000_000_000));
}
