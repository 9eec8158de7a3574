import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { unstable_splitSqlQuery } from "wrangler";
import { describeDeployment, describeService, describeVersion, makeDraft } from "./fake-worker.ts";
import type { FakeWorker, SentVersion } from "./fake-worker.ts";

type Answer = {
  status?: number;
  result?: unknown;
  error?: { code: number; message: string };
  /** Sent as it is. */
  object?: { bytes: Buffer; type: string };
};

const missing: Answer = { status: 404, error: { code: 10007, message: "It does not exist." } };

/**
 * The part of Cloudflare's REST API that deployments use, on loopback: wrangler finds it by CLOUDFLARE_API_BASE_URL. Its
 * databases are SQLite in memory, so migrations really run. It refuses what it does not know.
 */
export class FakePlatform {
  readonly databases = new Map<string, { id: string; location: string; sqlite: DatabaseSync }>();
  readonly buckets = new Set<string>();
  /** The objects of all buckets, by `<bucket>/<key>`. */
  readonly objects = new Map<string, { bytes: Buffer; type: string }>();
  readonly #workers = new Map<string, FakeWorker>();
  #uploaded = "";
  /** What was changed, in order. Migrations in a row are one change. */
  changes: string[] = [];
  r2IsEnabled = true;
  /** A call whose path or SQL contains this text fails. */
  failsAt: string | null = null;
  readonly #server = createServer((request, response) => {
    void this.#answer(request).then(({ status = 200, result = null, error, object }) => {
      if (object !== undefined) {
        const etag = createHash("md5").update(object.bytes).digest("hex");
        response.writeHead(200, { "content-type": object.type, etag }).end(object.bytes);
        return;
      }
      response.writeHead(status, { "content-type": "application/json" });
      const errors = error === undefined ? [] : [error];
      const success = errors.length === 0;
      response.end(JSON.stringify({ success, errors, messages: [], result }));
    });
  });

  /** Starts it and returns the variables with which wrangler calls it. */
  async open(): Promise<Record<string, string>> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const address = this.#server.address();
    return {
      CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
      CLOUDFLARE_API_TOKEN: "token",
      CLOUDFLARE_ACCOUNT_ID: "account",
    };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  worker(name: string): FakeWorker {
    const worker = this.#workers.get(name) ?? makeDraft();
    this.#workers.set(name, worker);
    return worker;
  }

  /** Takes the changes since the last time. */
  takeChanges(): string[] {
    return this.changes.splice(0);
  }

  /** The rows of a statement in a database. */
  ask(database: string, sql: string): unknown[] {
    return this.databases.get(database)?.sqlite.prepare(sql).all() ?? [];
  }

  #record(change: string): void {
    if (this.changes.at(-1) !== change) this.changes.push(change);
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const type = request.headers["content-type"] ?? "";
    const body = new Response(Buffer.concat(chunks), { headers: { "content-type": type } });
    const { pathname } = new URL(request.url ?? "", "http://fake");
    const [, , , area = "", kind = "", name = "", ...rest] =
      decodeURIComponent(pathname).split("/");
    const place = `${area}/${kind}`;
    const call = [request.method, ...rest].join(" ");
    if (this.failsAt !== null && call.includes(this.failsAt)) return broken;
    if (pathname === "/upload") return { object: this.#keepUpload(await body.arrayBuffer()) };
    if (place === "d1/database") return this.#answerDatabase(call, name, body);
    if (place === "r2/buckets" && rest[0] === "objects") {
      const key = [name, ...rest.slice(1)].join("/");
      return this.#answerObject(request.method, key, {
        bytes: Buffer.from(await body.arrayBuffer()),
        type,
      });
    }
    if (place === "r2/buckets") return this.#answerBucket(call, name, body);
    if (place === "workers/services") return { result: describeService(name, this.worker(name)) };
    if (place === "workers/workers") return { result: { subdomain: { enabled: true } } };
    return place === "workers/scripts" ? this.#answerScript(call, name, body) : missing;
  }

  async #answerDatabase(call: string, name: string, body: Response): Promise<Answer> {
    const all = [...this.databases].map(([known, { id }]) => ({ name: known, uuid: id }));
    if (name === "" && call === "GET") return { result: all };
    if (name === "") {
      const made = (await body.json()) as { name: string; primary_location_hint: string };
      const database = { id: randomUUID(), location: made.primary_location_hint };
      this.databases.set(made.name, { ...database, sqlite: new DatabaseSync(":memory:") });
      this.#record(`create ${made.name}`);
      return { result: { name: made.name, uuid: database.id } };
    }
    const found = all.find((one) => one.uuid === name || one.name === name);
    if (found === undefined) return missing;
    if (call === "GET") return { result: found };
    if (call === "POST import") return this.#importFile(found.name, await body.json());
    const { sql, params } = (await body.json()) as { sql: string; params?: string[] };
    return this.#runSql(found.name, sql, params);
  }

  /** `wrangler d1 execute --file` uploads the file, then has it run. */
  #importFile(name: string, asked: unknown): Answer {
    const { action } = asked as { action: string };
    if (action === "init") {
      const address = this.#server.address();
      const port = typeof address === "object" ? address?.port : "";
      return { result: { upload_url: `http://127.0.0.1:${port}/upload`, filename: "sql" } };
    }
    const answer = this.#runSql(name, this.#uploaded);
    const done = { num_queries: 1, final_bookmark: "1", meta: { duration: 1 } };
    return answer.error === undefined
      ? { result: { success: true, status: "complete", messages: [], result: done } }
      : answer;
  }

  #keepUpload(sent: ArrayBuffer): { bytes: Buffer; type: string } {
    const bytes = Buffer.from(sent);
    this.#uploaded = bytes.toString();
    return { bytes, type: "text/plain" };
  }

  /** Only a single statement takes parameters. */
  #runSql(name: string, sql: string, params: string[] = []): Answer {
    const sqlite = this.databases.get(name)?.sqlite;
    if (sqlite === undefined) return missing;
    if (this.failsAt !== null && sql.includes(this.failsAt)) return broken;
    sqlite.exec("BEGIN");
    try {
      const result = unstable_splitSqlQuery(sql).map((statement) => {
        const results = sqlite.prepare(statement).all(...params);
        return { success: true, results, meta: { duration: 1 } };
      });
      sqlite.exec("COMMIT");
      if (/INSERT INTO "d1_migrations"/.test(sql)) this.#record(`migrate ${name}`);
      if (/site_address \(address\) VALUES|UPDATE site_address/.test(sql))
        this.#record("store address");
      return { result };
    } catch (error) {
      sqlite.exec("ROLLBACK");
      return { status: 400, error: { code: 7500, message: String(error) } };
    }
  }

  async #answerBucket(call: string, name: string, body: Response): Promise<Answer> {
    if (!this.r2IsEnabled) {
      return { status: 403, error: { code: 10042, message: "Please enable R2." } };
    }
    if (call === "POST") {
      const made = (await body.json()) as { name: string };
      this.buckets.add(made.name);
      this.#record(`create ${made.name}`);
      return { result: {} };
    }
    if (name === "")
      return { result: { buckets: [...this.buckets].map((one) => ({ name: one })) } };
    if (this.buckets.has(name)) return { result: { name } };
    return { status: 404, error: { code: 10006, message: "There is no such bucket." } };
  }

  #answerObject(
    method: string | undefined,
    key: string,
    sent: { bytes: Buffer; type: string },
  ): Answer {
    if (method === "PUT") this.objects.set(key, sent);
    const object = this.objects.get(key);
    if (object === undefined) return missing;
    return method === "PUT" ? { result: {} } : { object };
  }

  async #answerScript(call: string, name: string, body: Response): Promise<Answer> {
    const worker = this.worker(name);
    switch (call) {
      case "GET secrets":
        return { result: worker.secrets.map((one) => ({ name: one, type: "secret_text" })) };
      case "PUT secrets": {
        const { name: secret } = (await body.json()) as { name: string };
        worker.secrets.push(secret);
        return { result: { name: secret, type: "secret_text" } };
      }
      case "GET schedules":
        return { result: { schedules: worker.settings["PUT schedules"] ?? [] } };
      case "GET settings":
        return { result: { bindings: worker.versions[0]?.bindings } };
      case "POST assets-upload-session":
        return { result: { jwt: "jwt", buckets: [] } };
      case "POST versions":
        return this.#uploadVersion(name, worker, await body.formData());
      // With new classes of Durable Objects, wrangler makes the version live at once.
      case "PUT": {
        const answer = this.#uploadVersion(name, worker, await body.formData());
        worker.deployments.unshift(worker.versions[0]?.id ?? "");
        this.#record(`deploy ${name}`);
        return answer;
      }
      case "GET versions":
        return { result: { items: worker.versions.map(describeVersion) } };
      case "POST deployments": {
        const { versions } = (await body.json()) as { versions: { version_id: string }[] };
        worker.deployments.unshift(versions[0]?.version_id ?? "");
        this.#record(`deploy ${name}`);
        return { result: { id: randomUUID() } };
      }
      case "GET deployments":
        return { result: { deployments: worker.deployments.map(describeDeployment) } };
      case "POST domains changeset":
        return { result: { added: [], removed: [], updated: [], conflicting: [] } };
      case "POST subdomain":
      case "PATCH script-settings":
      case "PUT schedules":
      case "PUT domains records":
        worker.settings[call] = await body.json();
        return { result: {} };
      default: {
        const version = worker.versions.find(({ id }) => call === `GET versions ${id}`);
        return version === undefined ? missing : { result: describeVersion(version) };
      }
    }
  }

  #uploadVersion(name: string, worker: FakeWorker, form: FormData): Answer {
    const sent = form.get("metadata");
    const metadata = JSON.parse(typeof sent === "string" ? sent : "{}") as SentVersion;
    const id = randomUUID();
    const { migrations, observability, ...version } = metadata;
    // A version that is live at once brings this setting itself.
    if (observability !== undefined) worker.settings["PATCH script-settings"] = { observability };
    worker.versions.unshift({ ...version, id });
    worker.migrationTag = migrations?.new_tag ?? worker.migrationTag;
    this.#record(`upload ${name}`);
    return { result: { id, resources: { script: { etag: "etag" } }, startup_time_ms: 1 } };
  }
}

const broken: Answer = { status: 400, error: { code: 10013, message: "It broke." } };
