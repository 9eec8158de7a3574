/** Returns a function that runs `act` once, `pause` ms after its last call. So typing does not wait for `act`. */
export function afterPause(act: () => void, pause: number): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, pause);
  };
}
