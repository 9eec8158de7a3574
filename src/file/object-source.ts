import type { ByteSource } from "./byte-source.ts";

/** Readers of files need many small parts that lie close together, so that much is read at once. */
const blockBytes = 256 * 1024;

/** Blocks that are kept: 8 MB. */
const maxBlocks = 32;

/** The object of R2 under a key. Throws RangeError when the object is gone. */
export function sourceOfObject(bucket: R2Bucket, key: string, length: number): ByteSource {
  const blocks = new Map<number, Uint8Array<ArrayBuffer>>();
  async function readBlock(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const known = blocks.get(index);
    if (known !== undefined) return known;
    const offset = index * blockBytes;
    const range = { offset, length: Math.min(blockBytes, length - offset) };
    const part = await bucket.get(key, { range });
    if (part === null) throw new RangeError(`${key} is gone`);
    const block = new Uint8Array(await part.arrayBuffer());
    const [oldest] = blocks.keys();
    if (blocks.size >= maxBlocks && oldest !== undefined) blocks.delete(oldest);
    blocks.set(index, block);
    return block;
  }
  return {
    length,
    async read(start, end) {
      const from = Math.max(0, start);
      const until = Math.min(end, length);
      const bytes = new Uint8Array(Math.max(0, until - from));
      for (let at = from; at < until;) {
        const index = Math.floor(at / blockBytes);
        const inBlock = at - index * blockBytes;
        const part = (await readBlock(index)).subarray(inBlock, inBlock + until - at);
        if (part.length === 0) throw new RangeError(`${key} ends early`);
        bytes.set(part, at - from);
        at += part.length;
      }
      return bytes;
    },
  };
}
