import {
  archivePath,
  authorsPath,
  correctionsPath,
  documentListPath,
  searchPath,
  siteMapPath,
  tagsPath,
} from "../addresses/public.ts";
import { siteMapWords as words } from "../vietnamese/words/site-map.ts";

/** The pages for looking things up, which every site has, by their addresses. */
export const lookUpPages: ReadonlyMap<string, string> = new Map([
  [searchPath, words.search],
  [archivePath, words.archive],
  [documentListPath, words.documents],
  [tagsPath, words.tags],
  [authorsPath, words.authors],
  [correctionsPath, words.corrections],
  [siteMapPath, words.title],
]);
