import { readFile, writeFile } from "node:fs/promises";

/** Memory of an isolate, in bytes: JavaScript's heap, and what it keeps outside (ArrayBuffers, streams, blobs). */
type Usage = { heap: number; external: number };

/** The most memory during an act, in bytes. `resident` is that of the whole workerd process, which has other isolates, too. */
export type Peak = Usage & { total: number; resident: number };

type HeapUsage = { usedSize: number; embedderHeapUsedSize: number; backingStorageSize: number };

/** Watches one isolate of workerd through its inspector. */
export class MemoryProbe {
  readonly #socket: WebSocket;
  readonly #runtime: number;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #calls = 0;

  private constructor(socket: WebSocket, runtime: number) {
    this.#socket = socket;
    this.#runtime = runtime;
    socket.addEventListener("message", ({ data }) => {
      const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
      if (id === undefined) return;
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    });
  }

  /** `address` is the WebSocket of the isolate's inspector, `runtime` the process id of workerd. */
  static async open(address: string, runtime: number): Promise<MemoryProbe> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", reject);
    });
    return new MemoryProbe(socket, runtime);
  }

  close(): void {
    this.#socket.close();
  }

  /**
   * Collects garbage, runs `act`, and returns the most memory that it had at once. Garbage that is not collected counts, as it
   * does on the platform. The isolate answers between two steps of its work, so a step is seen before and after.
   */
  async measure(act: () => Promise<void>): Promise<Peak> {
    await this.#collectGarbage();
    const before = await this.#readResident("VmRSS");
    await writeFile(`/proc/${this.#runtime}/clear_refs`, "5");
    let isRunning = true;
    const samples: Usage[] = [await this.#readUsage()];
    const watch = async () => {
      while (isRunning) samples.push(await this.#readUsage());
    };
    const watching = watch();
    try {
      await act();
    } finally {
      isRunning = false;
      await watching;
    }
    const largest = samples.reduce((one, other) => (sum(other) > sum(one) ? other : one));
    const resident = (await this.#readResident("VmHWM")) - before;
    return { ...largest, total: sum(largest), resident };
  }

  /** workerd does not answer `collectGarbage`, but collects before a snapshot. */
  async #collectGarbage(): Promise<void> {
    await this.#call("HeapProfiler.takeHeapSnapshot");
    await this.#readUsage();
  }

  async #readUsage(): Promise<Usage> {
    const usage = (await this.#call("Runtime.getHeapUsage")) as HeapUsage;
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = usage;
    return { heap: usedSize + embedderHeapUsedSize, external: backingStorageSize };
  }

  async #readResident(field: "VmRSS" | "VmHWM"): Promise<number> {
    const status = await readFile(`/proc/${this.#runtime}/status`, "utf8");
    return 1024 * Number(new RegExp(`^${field}:\\s*(\\d+) kB`, "m").exec(status)?.[1]);
  }

  async #call(method: string): Promise<unknown> {
    this.#calls += 1;
    const id = this.#calls;
    const result = new Promise((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method }));
    return result;
  }
}

function sum({ heap, external }: Usage): number {
  return heap + external;
}
