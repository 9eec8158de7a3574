/*
 * Runs in the head, before the first paint. So the reader's choices and the controls that need script are there from
 * the first frame.
 */
const { dataset } = document.documentElement;

dataset.script = "";
if ("share" in navigator) dataset.share = "";
try {
  for (const choice of ["theme", "size"]) {
    const kept = localStorage.getItem(choice);
    if (kept) dataset[choice] = kept;
  }
} catch {
  // Some browsers forbid storage in private windows. Then nothing is remembered.
}
