import type { AppContext } from "../context.ts";
import { sessionLimits } from "../people/session.ts";

/** `__Host-`: set by this very host over a secure connection (or localhost), for all of its paths, by nobody else. */
const name = "__Host-phien";

const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** The token of the session that a request carries, or null. */
export function sessionTokenOf(c: AppContext): string | null {
  const cookies = (c.req.header("cookie") ?? "").split("; ");
  const found = cookies.find((cookie) => cookie.startsWith(`${name}=`));
  const token = found?.slice(name.length + 1) ?? "";
  return /^[\w-]{43}$/.test(token) ? token : null;
}

export function keepSession(response: Response, token: string): Response {
  const seconds = sessionLimits.absolute / 1000;
  response.headers.append("set-cookie", `${name}=${token}; ${attributes}; Max-Age=${seconds}`);
  return response;
}

export function forgetSession(response: Response): Response {
  response.headers.append("set-cookie", `${name}=; ${attributes}; Max-Age=0`);
  return response;
}

/** Script of the next page offers to add a passkey, and takes this away: src/client/newsroom/passkeys.ts. It is no secret. */
export function offerPasskey(response: Response): Response {
  response.headers.append(
    "set-cookie",
    "__Host-moi-khoa=1; Path=/; Secure; SameSite=Lax; Max-Age=900",
  );
  return response;
}
