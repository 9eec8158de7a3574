/*
 * Runs in the head, before anything is painted: what the reader chose last time is there from the first frame on, and so
 * are the controls that need script.
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
  // Storage is forbidden, as some browsers do in private: nothing is remembered.
}
