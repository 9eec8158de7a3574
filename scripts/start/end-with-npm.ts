/**
 * Ends this process when the npm that runs it ends. npm sends a signal to the shell that runs the script, and the shell ends
 * without sending it on. Without this, the site would keep running and keep its port.
 */
export function endWithNpm(): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
  }, 200);
  watch.unref();
}
