import { existsSync, readdirSync, readFileSync } from "node:fs";

/** CPU time of a process so far, of all its threads that live, in ms; not a number where the kernel does not tell. */
export function readCpuTime(pid: number): number {
  const folder = `/proc/${pid}/task`;
  if (!existsSync(folder)) return Number.NaN;
  let nanoseconds = 0;
  for (const thread of readdirSync(folder)) {
    // The first field of schedstat is the time on a processor. /proc/<pid>/stat tells it only in steps of 10 ms.
    nanoseconds += Number(readFileSync(`${folder}/${thread}/schedstat`, "utf8").split(" ")[0]);
  }
  return nanoseconds / 1e6;
}
