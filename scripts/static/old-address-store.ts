import type { AskDatabase } from "../start/migration-store.ts";

/** The former addresses of public articles and pages: paths of their former slugs, and addresses of an older site. */
export async function readOldAddresses(ask: AskDatabase): Promise<string[]> {
  const [slugs = [], redirects = []] = await ask([
    `SELECT CASE articles.kind WHEN 'page' THEN '/trang/' ELSE '/bai-viet/' END || slugs.slug AS address
     FROM slugs JOIN articles ON articles.id = slugs.article_id
     WHERE slugs.public_since IS NOT NULL AND slugs.slug <> articles.slug AND articles.state = 'published'`,
    `SELECT address FROM redirects JOIN articles ON articles.id = article_id WHERE articles.state = 'published'`,
  ]);
  return [...slugs, ...redirects].map(({ address }) => String(address));
}
