/**
 * Encrypts or decrypts with ChaCha20 (RFC 8439); the same call does both. Synchronous, because a page that is being closed does
 * not wait for the browser's own ciphers. `key` has 32 bytes, `nonce` 12; a nonce is used once for a key.
 */
export function applyChacha20(key: Uint8Array, nonce: Uint8Array, data: Uint8Array): Uint8Array {
  const state = new Uint32Array([...constants, ...toWords(key), 1, ...toWords(nonce)]);
  const block = new Uint32Array(16);
  const words = new Uint32Array(Math.ceil(data.length / 4));
  const result = new Uint8Array(words.buffer, 0, data.length);
  result.set(data);
  for (let start = 0; start < words.length; start += 16) {
    mixBlock(block, state);
    const end = Math.min(start + 16, words.length);
    for (let at = start; at < end; at++)
      words[at] = readWord(words, at) ^ readWord(block, at - start);
    state[12] = readWord(state, 12) + 1;
  }
  return result;
}

/** "expand 32-byte k" */
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** Written out, because this runs a thousand times while somebody types. First the columns, then the diagonals. */
function mixBlock(block: Uint32Array, state: Uint32Array): void {
  block.set(state);
  for (let n = 0; n < 10; n++) {
    mixQuarter(block, 0, 4, 8, 12);
    mixQuarter(block, 1, 5, 9, 13);
    mixQuarter(block, 2, 6, 10, 14);
    mixQuarter(block, 3, 7, 11, 15);
    mixQuarter(block, 0, 5, 10, 15);
    mixQuarter(block, 1, 6, 11, 12);
    mixQuarter(block, 2, 7, 8, 13);
    mixQuarter(block, 3, 4, 9, 14);
  }
  for (let n = 0; n < 16; n++) block[n] = readWord(block, n) + readWord(state, n);
}

function mixQuarter(x: Uint32Array, a: number, b: number, c: number, d: number): void {
  let wa = readWord(x, a);
  let wb = readWord(x, b);
  let wc = readWord(x, c);
  let wd = readWord(x, d);
  wa = (wa + wb) | 0;
  wd = turn(wd ^ wa, 16);
  wc = (wc + wd) | 0;
  wb = turn(wb ^ wc, 12);
  wa = (wa + wb) | 0;
  wd = turn(wd ^ wa, 8);
  wc = (wc + wd) | 0;
  wb = turn(wb ^ wc, 7);
  x[a] = wa;
  x[b] = wb;
  x[c] = wc;
  x[d] = wd;
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function readWord(array: Uint32Array, at: number): number {
  return array[at] ?? 0;
}

/** Every browser runs on processors that have the lowest byte first, as the cipher wants it. */
function toWords(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}
