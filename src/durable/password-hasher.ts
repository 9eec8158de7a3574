import { DurableObject } from "cloudflare:workers";
import { AppError } from "../errors.ts";
import { hashPassword, passwordMatches } from "../people/password.ts";

/**
 * Hashes passwords. A request to the Worker has 10 ms of CPU time on the free plan, a request to an object 30 s on every plan. The
 * object stores nothing. Its answers are null if too many hashes are waiting, because an error would lose its class on the way.
 */
export class PasswordHasher extends DurableObject<Env> {
  async hash(password: string): Promise<string | null> {
    return nullIfBusy(hashPassword(password));
  }

  async matches(password: string, stored: string): Promise<boolean | null> {
    return nullIfBusy(passwordMatches(password, stored));
  }
}

async function nullIfBusy<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many") return null;
    throw error;
  }
}
