import { StartFailure } from "../../scripts/start/start-failure.ts";
import { importWords } from "../../src/vietnamese/words/import.ts";
import type { Tokens } from "./enter-article.ts";
import { SiteUnreachable } from "./site-client.ts";
import type { Answer, SiteClient } from "./site-client.ts";

/** Makes sure, before anything is sent, that the site answers, takes the tokens and has the sections. StartFailure names what not. */
export async function requireSite(
  client: SiteClient,
  site: string,
  tokens: Tokens,
  sections: readonly string[],
): Promise<void> {
  await requireHealth(site);
  await requireToken(client, tokens.reporter, "--reporter-token");
  if (tokens.editor !== null) await requireToken(client, tokens.editor, "--editor-token");
  for (const section of sections) {
    const { status } = await askSite(client, "", `/chuyen-muc/${encodeURIComponent(section)}`);
    if (status !== 200) throw new StartFailure(importWords.unknownSection(section));
  }
}

/** One request without retries: if the site is not running, the user must start it. */
async function requireHealth(site: string): Promise<void> {
  const health = await fetch(`${site}/healthz`).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    throw new StartFailure(importWords.siteUnreachable(site, cause));
  });
  await health.body?.cancel();
  if (!health.ok) throw new StartFailure(importWords.notTheSite(site, health.status));
}

async function requireToken(client: SiteClient, token: string, flag: string): Promise<void> {
  const { status } = await askSite(client, token, "/api/articles?status=draft");
  if (status !== 200) throw new StartFailure(importWords.tokenRefused(flag));
}

async function askSite(client: SiteClient, token: string, path: string): Promise<Answer> {
  try {
    return await client.send(token, path, {});
  } catch (error) {
    throw error instanceof SiteUnreachable ? new StartFailure(error.message) : error;
  }
}
