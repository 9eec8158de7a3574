/**
 * Ends this process when the npm that runs it ends. npm passes a signal on to the shell that it runs a script in, and the
 * shell ends without passing it on: the site would go on serving, unseen, and keep its port.
 */
export function endWithNpm(): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, "SIGTERM");
  }, 200);
  watch.unref();
}
