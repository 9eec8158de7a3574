import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import * as v from "valibot";
import { backupWords } from "../../src/vietnamese/words/backup.ts";
import { replaceFile } from "../replace-file.ts";
import { StartFailure } from "../start/start-failure.ts";
import { makeFolder } from "../start/state-folder.ts";

const Digest = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What one backup consists of. Rows are JSON arrays in parts, which are named by the SHA-256 of their text. */
const Manifest = v.object({
  format: v.literal(1),
  /** Origin of the site. */
  site: v.string(),
  /** The moment whose state it is, ms. */
  moment: Count,
  /** The newest migration of the database. */
  schema: v.string(),
  tables: v.record(
    v.string(),
    v.object({ columns: v.array(v.string()), rows: Count, parts: v.array(Digest) }),
  ),
  /** The parts have rows as StoredObject. `missing`: keys that have a row in the database and no object. */
  objects: v.object({
    count: Count,
    bytes: Count,
    missing: v.array(v.string()),
    parts: v.array(Digest),
  }),
});

export type Manifest = v.InferOutput<typeof Manifest>;

/** An object of R2: its key, the SHA-256 of its bytes, their number and their type. */
export type StoredObject = [key: string, digest: string, bytes: number, type: string];

/** A folder with backups of one site. They share parts and objects. A manifest is written when all that it names is on the disk. */
export class BackupFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  /** Makes the folder. `unfinished/` has what is being written. */
  async prepare(): Promise<void> {
    for (const name of ["manifests", "rows", "objects", "unfinished"]) {
      await makeFolder(join(this.path, name));
    }
    for (const name of await readdir(this.unfinished())) {
      if (name.endsWith(".new")) await rm(this.unfinished(name), { force: true });
    }
  }

  unfinished(name = ""): string {
    return join(this.path, "unfinished", name);
  }

  /** The files of the manifests, the oldest first. */
  async listManifests(): Promise<string[]> {
    const folder = join(this.path, "manifests");
    if (!existsSync(folder)) return [];
    return (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  }

  async readNewest(): Promise<Manifest | null> {
    const last = (await this.listManifests()).at(-1);
    return last === undefined ? null : this.readManifest(last);
  }

  /** Throws StartFailure if it is damaged or from a newer program. */
  async readManifest(file: string): Promise<Manifest> {
    const { sha256, ...rest } = parseObject(
      await readFile(join(this.path, "manifests", file), "utf8"),
    );
    if (sha256 !== hash(JSON.stringify(rest))) throw new StartFailure(backupWords.damaged(file));
    const parsed = v.safeParse(Manifest, rest);
    if (!parsed.success) throw new StartFailure(backupWords.newerFormat(file));
    return parsed.output;
  }

  /** Returns the name of its file. */
  async writeManifest(manifest: Manifest): Promise<string> {
    // One sync for all other files: a sync for each of many thousand files would take minutes.
    spawnSync("sync");
    const name = `${new Date(manifest.moment).toISOString().replaceAll(":", "-")}.json`;
    const whole = { ...manifest, sha256: hash(JSON.stringify(manifest)) };
    const fresh = this.unfinished(`${name}.new`);
    await replaceFile(join(this.path, "manifests", name), `${JSON.stringify(whole, null, 1)}\n`, {
      fresh,
    });
    return name;
  }

  /** Writes rows, and returns the SHA-256 of their text. */
  async writePart(rows: readonly string[]): Promise<string> {
    const text = `${rows.join("\n")}\n`;
    const digest = hash(text);
    const packed = gzipSync(text);
    const path = this.#partPath(digest);
    if (readSize(path) === packed.length) return digest;
    const fresh = this.unfinished(`${digest}.new`);
    await writeFile(fresh, packed);
    await rename(fresh, path);
    return digest;
  }

  /** Reads the rows of a part. Throws StartFailure if it is missing or damaged. */
  async readPart<Row>(digest: string): Promise<Row[]> {
    const text = await this.#readPartText(digest);
    if (hash(text) !== digest) throw new StartFailure(backupWords.damaged(this.#partPath(digest)));
    return text
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Row);
  }

  async *readObjects({ objects }: Manifest): AsyncGenerator<StoredObject> {
    for (const part of objects.parts) yield* await this.readPart<StoredObject>(part);
  }

  /** Stores the bytes of an object, and returns their SHA-256 and number. */
  async writeObject(body: ReadableStream<Uint8Array>, key: string): Promise<[string, number]> {
    const fresh = this.unfinished(`${hash(key)}.new`);
    const sum = createHash("sha256");
    let bytes = 0;
    {
      await using file = await open(fresh, "w");
      for await (const chunk of body) {
        sum.update(chunk);
        bytes += chunk.length;
        await file.writeFile(chunk);
      }
    }
    const digest = sum.digest("hex");
    await mkdir(join(this.path, "objects", digest.slice(0, 2)), { recursive: true });
    await rename(fresh, this.objectPath(digest));
    return [digest, bytes];
  }

  /** Whether the folder has the object with all its bytes. Reads none. */
  hasObject([, digest, bytes]: StoredObject): boolean {
    return readSize(this.objectPath(digest)) === bytes;
  }

  /** Throws StartFailure if an object is missing or damaged. */
  async verifyObject([key, digest]: StoredObject): Promise<void> {
    const path = this.objectPath(digest);
    const sum = createHash("sha256");
    try {
      for await (const chunk of createReadStream(path)) sum.update(chunk as Buffer);
    } catch {
      throw new StartFailure(backupWords.damaged(`${path} (${key})`));
    }
    if (sum.digest("hex") !== digest)
      throw new StartFailure(backupWords.damaged(`${path} (${key})`));
  }

  objectPath(digest: string): string {
    return join(this.path, "objects", digest.slice(0, 2), digest);
  }

  /** Deletes all but the newest `keep` manifests, and then what none of those names. */
  async prune(keep: number): Promise<void> {
    const files = await this.listManifests();
    for (const file of files.slice(0, -keep)) await rm(join(this.path, "manifests", file));
    const named = new Set<string>();
    for (const file of files.slice(-keep)) {
      const manifest = await this.readManifest(file);
      const parts = Object.values(manifest.tables).flatMap((table) => table.parts);
      for (const digest of [...parts, ...manifest.objects.parts]) named.add(this.#partPath(digest));
      for await (const [, digest] of this.readObjects(manifest)) named.add(this.objectPath(digest));
    }
    for (const name of ["rows", "objects"]) {
      const entries = await readdir(join(this.path, name), {
        recursive: true,
        withFileTypes: true,
      });
      for (const entry of entries) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile() && !named.has(path)) await rm(path);
      }
    }
  }

  #partPath(digest: string): string {
    return join(this.path, "rows", `${digest}.jsonl.gz`);
  }

  async #readPartText(digest: string): Promise<string> {
    const path = this.#partPath(digest);
    try {
      return gunzipSync(await readFile(path)).toString("utf8");
    } catch {
      throw new StartFailure(backupWords.damaged(path));
    }
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function readSize(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
