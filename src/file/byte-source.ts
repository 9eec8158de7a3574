/** Bytes that are read in parts. */
export type ByteSource = {
  length: number;
  /** The bytes from `start` up to `end`; fewer where the source ends. */
  read: (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Bytes in memory. */
export function sourceOfBytes(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    length: bytes.length,
    read: async (start, end) => bytes.slice(Math.max(0, start), Math.max(0, end)),
  };
}
