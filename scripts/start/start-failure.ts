/** A reason not to start that the user can remove. `message` is one Vietnamese line that names it. */
export class StartFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StartFailure";
  }
}

/** Runs a command. Prints a StartFailure as one line on stderr, and sets exit code 1. */
export async function explainStartFailure(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Returns the first line of an error, for a message of one line. */
export function takeFirstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n")[0] ?? "";
}

/** Returns the code of a system error, such as EACCES. Returns the first line of other errors. */
export function readErrorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : takeFirstLine(error);
}
