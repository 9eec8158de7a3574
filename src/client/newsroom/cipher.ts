/**
 * Encrypts or decrypts with ChaCha20 (RFC 8439); the same call does both. Synchronous, because a page that is being closed does
 * not wait for the browser's own ciphers. `key` has 32 bytes, `nonce` 12; a nonce is used once for a key.
 */
export function chacha20(key: Uint8Array, nonce: Uint8Array, data: Uint8Array): Uint8Array {
  const state = new Uint32Array([...constants, ...toWords(key), 1, ...toWords(nonce)]);
  const block = new Uint32Array(16);
  const stream = new Uint8Array(block.buffer);
  const result = new Uint8Array(data.length);
  for (let start = 0; start < data.length; start += 64) {
    mixBlock(block, state);
    const end = Math.min(start + 64, data.length);
    for (let at = start; at < end; at++) result[at] = wordAt(data, at) ^ wordAt(stream, at - start);
    state[12] = wordAt(state, 12) + 1;
  }
  return result;
}

/** "expand 32-byte k" */
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** The columns, then the diagonals. */
const rounds = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

function mixBlock(block: Uint32Array, state: Uint32Array): void {
  block.set(state);
  for (let n = 0; n < 10; n++) {
    for (const [a, b, c, d] of rounds) {
      addAndTurn(block, a, b, d, 16);
      addAndTurn(block, c, d, b, 12);
      addAndTurn(block, a, b, d, 8);
      addAndTurn(block, c, d, b, 7);
    }
  }
  for (let n = 0; n < 16; n++) block[n] = wordAt(block, n) + wordAt(state, n);
}

function addAndTurn(x: Uint32Array, sum: number, added: number, turned: number, by: number): void {
  x[sum] = wordAt(x, sum) + wordAt(x, added);
  const mixed = wordAt(x, turned) ^ wordAt(x, sum);
  x[turned] = (mixed << by) | (mixed >>> (32 - by));
}

function wordAt(array: Uint32Array | Uint8Array, at: number): number {
  return array[at] ?? 0;
}

/** Every browser runs on processors that have the lowest byte first, as the cipher wants it. */
function toWords(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}
