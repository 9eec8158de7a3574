import { randomUUID } from "node:crypto";

type Binding = { type: string; name: string } & Record<string, unknown>;

type Version = { id: string; bindings: Binding[]; annotations?: Record<string, string> };

/** What wrangler sends with a version. `migrations` are those of Durable Objects that the platform does not have yet. */
export type SentVersion = Omit<Version, "id"> & {
  migrations?: { new_tag: string };
  observability?: unknown;
};

/** A Worker as the platform keeps it. Versions and deployments (ids of versions) have the newest first. */
export type FakeWorker = {
  secrets: string[];
  versions: Version[];
  deployments: string[];
  /** The last migration of Durable Objects. */
  migrationTag: string | null;
  /** What was set besides code, by the call. */
  settings: Record<string, unknown>;
};

/** The Worker that `wrangler secret put` makes before the first deployment. */
export function makeDraft(): FakeWorker {
  const versions = [{ id: "draft", bindings: [] }];
  return {
    secrets: ["TOKEN_KEY"],
    versions,
    deployments: ["draft"],
    migrationTag: null,
    settings: {},
  };
}

export function describeService(name: string, { migrationTag }: FakeWorker) {
  const script = {
    tag: name,
    last_deployed_from: "wrangler",
    migration_tag: migrationTag ?? undefined,
  };
  return { default_environment: { environment: "production", script } };
}

const metadata = { created_on: new Date(0).toISOString(), author_email: "", source: "wrangler" };

export function describeVersion({ id, annotations = {} }: Version) {
  return { id, number: 1, annotations, metadata, resources: { bindings: [] } };
}

export function describeDeployment(version: string, index: number) {
  const created = new Date(1_000_000_000_000 - index * 1000).toISOString();
  const versions = [{ version_id: version, percentage: 100 }];
  return { ...metadata, id: randomUUID(), created_on: created, annotations: {}, versions };
}
