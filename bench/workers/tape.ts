import type { ActUsage } from "./act-usage.ts";

/**
 * The answers of D1, Images and Durable Objects to one act. They are recorded once and given again, so that an act can be repeated, and
 * so that CPU time of the process is that of our Worker alone: on the platform the services run elsewhere. D1's answers are kept as
 * text and parsed each time, as the binding does on the platform.
 */
export class Tape {
  readonly usage: ActUsage = {
    roundTrips: 0,
    queries: 0,
    rowsRead: 0,
    rowsWritten: 0,
    milliseconds: 0,
    files: 0,
    storedBytes: 0,
    transformations: 0,
    objectCalls: 0,
  };
  readonly #answers = new Map<string, string[]>();
  readonly #pictures = new Map<string, ArrayBuffer>();
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>();

  /** The bindings for one run of the act, which either records or plays. `hasObjects`: with the real Durable Objects all the same. */
  provideFor(env: Env, { isPlayed, hasObjects }: { isPlayed: boolean; hasObjects: boolean }): Env {
    const next = this.#ask(isPlayed);
    const open: RateLimit = { limit: async () => ({ success: true }) };
    const limits = Object.keys(env).filter((name) => name.endsWith("_LIMIT"));
    const objects = Object.entries(env).filter(
      ([, value]) => !hasObjects && isObjectNamespace(value),
    );
    return {
      ...env,
      DB: provideDatabase(env.DB, next, this.usage),
      PHOTOS: this.#provideBucket(env.PHOTOS),
      IMAGES: this.#provideImages(env.IMAGES, isPlayed),
      ...Object.fromEntries(limits.map((name) => [name, open])),
      ...Object.fromEntries(
        objects.map(([name, value]) => [
          name,
          provideObjects(name, value as DurableObjectNamespace, next, this.usage),
        ]),
      ),
    };
  }

  /** Answers a question by asking, or the n-th time that it is asked in a run by the n-th answer on the tape. */
  #ask(isPlayed: boolean): Ask {
    const turns = new Map<string, number>();
    return async (question, ask) => {
      const known = this.#answers.get(question) ?? [];
      const turn = turns.get(question) ?? 0;
      turns.set(question, turn + 1);
      const answer = isPlayed ? (known[turn] ?? known.at(-1)) : undefined;
      if (answer !== undefined) return JSON.parse(answer) as unknown;
      const asked = await ask();
      this.#answers.set(question, [...known, JSON.stringify(asked) ?? "null"]);
      return asked;
    };
  }

  /** A bucket in memory that reads from the real one what it does not have. Uploads are as large as on the platform. */
  #provideBucket(bucket: R2Bucket): R2Bucket {
    const files = this.#files;
    const read = async (key: string): Promise<Uint8Array<ArrayBuffer> | null> => {
      const known = files.get(key);
      if (known !== undefined) return known;
      const object = await bucket.get(key);
      if (object === null) return null;
      const bytes = new Uint8Array(await object.arrayBuffer());
      files.set(key, bytes);
      return bytes;
    };
    const methods: Record<string, unknown> = {
      put: async (key: string, body: BodyInit | null) => {
        const bytes = new Uint8Array(await new Response(body).arrayBuffer());
        files.set(key, bytes);
        this.usage.storedBytes += bytes.length;
        return { key };
      },
      get: async (key: string, options?: { range?: { offset: number; length?: number } }) => {
        const bytes = await read(key);
        if (bytes === null) return null;
        const { offset = 0, length = bytes.length } = options?.range ?? {};
        const part = bytes.subarray(offset, offset + length);
        return describeFile(key, bytes.length, new Response(part));
      },
      head: async (key: string) => {
        const bytes = await read(key);
        return bytes === null ? null : describeFile(key, bytes.length, new Response());
      },
      delete: async () => undefined,
      list: (options: R2ListOptions) => bucket.list(options),
    };
    return withMethods<R2Bucket>(methods, () => (this.usage.files += 1));
  }

  #provideImages(images: ImagesBinding, isPlayed: boolean): ImagesBinding {
    const respond = (bytes: ArrayBuffer) => ({ response: () => new Response(bytes) });
    const draw = (stream: ReadableStream<Uint8Array>, transforms: ImageTransform[]) => ({
      transform: (transform: ImageTransform) => draw(stream, [...transforms, transform]),
      output: async (options: ImageOutputOptions) => {
        const picture = JSON.stringify([transforms, options]);
        const known = this.#pictures.get(picture);
        if (isPlayed && known !== undefined) {
          await stream.cancel();
          return respond(known);
        }
        this.usage.transformations += 1;
        const start = images.input(stream);
        const drawn = transforms.reduce((image, one) => image.transform(one), start);
        const bytes = await (await drawn.output(options)).response().arrayBuffer();
        this.#pictures.set(picture, bytes);
        return respond(bytes);
      },
    });
    return withMethods<ImagesBinding>({
      input: (stream: ReadableStream<Uint8Array>) => draw(stream, []),
    });
  }
}

type Ask = (question: string, ask: () => Promise<unknown>) => Promise<unknown>;

function isObjectNamespace(value: unknown): boolean {
  return (
    (value as { constructor?: { name?: string } } | null)?.constructor?.name ===
    "DurableObjectNamespace"
  );
}

function provideDatabase(db: D1Database, next: Ask, usage: ActUsage): D1Database {
  const sources = new WeakMap<object, { sql: string; statement: D1PreparedStatement }>();
  const add = (results: D1Result[]): void => {
    usage.roundTrips += 1;
    usage.queries += results.length;
    for (const { meta } of results) {
      usage.rowsRead += meta.rows_read;
      usage.rowsWritten += meta.rows_written;
      usage.milliseconds += meta.duration;
    }
  };
  const provide = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const all = async (): Promise<D1Result> => {
      const answer = await next(sql, async () => {
        const result = await statement.all();
        add([result]);
        return result;
      });
      return answer as D1Result;
    };
    const provided = withMethods<D1PreparedStatement>({
      bind: (...values: unknown[]) => provide(sql, statement.bind(...values)),
      all,
      run: all,
      first: async (column?: string) => {
        const row = ((await all()).results[0] ?? null) as Record<string, unknown> | null;
        return row === null || column === undefined ? row : row[column];
      },
    });
    sources.set(provided, { sql, statement });
    return provided;
  };
  return withMethods<D1Database>({
    prepare: (sql: string) => provide(sql, db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      const asked = statements.map((one) => sources.get(one) ?? { sql: "", statement: one });
      return next(asked.map(({ sql }) => sql).join(";\n"), async () => {
        const results = await db.batch(asked.map(({ statement }) => statement));
        add(results);
        return results;
      });
    },
  });
}

function provideObjects(name: string, objects: DurableObjectNamespace, next: Ask, usage: ActUsage) {
  const provide = (stub: object) =>
    new Proxy(stub, {
      get: (_, method) =>
        method === "then"
          ? undefined
          : (...values: unknown[]) =>
              next(`${name}.${String(method)}`, async () => {
                usage.objectCalls += 1;
                return (stub as Record<string, (...given: unknown[]) => Promise<unknown>>)[
                  String(method)
                ]?.(...values);
              }),
    });
  return withMethods<DurableObjectNamespace>({
    getByName: (id: string) => provide(objects.getByName(id)),
    idFromName: (id: string) => objects.idFromName(id),
    get: (id: DurableObjectId) => provide(objects.get(id)),
  });
}

function describeFile(key: string, size: number, { body }: Response) {
  const bytes = () => new Response(body).arrayBuffer();
  const etag = "00000000000000000000000000000000";
  return {
    key,
    size,
    body,
    etag,
    httpEtag: `"${etag}"`,
    uploaded: new Date(0),
    httpMetadata: {},
    customMetadata: {},
    arrayBuffer: bytes,
    text: () => new Response(body).text(),
    writeHttpMetadata: () => undefined,
  };
}

/** An object that has only these methods; any other throws. `called` runs at each call. */
function withMethods<T extends object>(methods: Record<string, unknown>, called = () => 0): T {
  return new Proxy({} as T, {
    get: (_, name) => {
      if (name === "then") return undefined;
      const method = methods[String(name)] as ((...values: unknown[]) => unknown) | undefined;
      if (method === undefined) throw new Error(`${String(name)} is not on the tape`);
      return (...values: unknown[]) => {
        called();
        return method(...values);
      };
    },
  });
}
