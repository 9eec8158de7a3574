import { cleanExplainers } from "./clean-explainers.ts";
import { cleanGenres } from "./clean-genres.ts";
import { cleanInterviews } from "./clean-interviews.ts";
import { cleanMeetings } from "./clean-meetings.ts";
import { cleanNotices } from "./clean-notices.ts";
import { cleanStories } from "./clean-stories.ts";
import type { CorpusArticle } from "./corpus-article.ts";
import { plantedBlocks } from "./planted-blocks.ts";
import { plantedFacts } from "./planted-facts.ts";
import { plantedGenres } from "./planted-genres.ts";
import { plantedWriting } from "./planted-writing.ts";
import { referenceArticle } from "./reference-article.ts";

/** Articles with faults of every rule, each fault declared. */
export const plantedArticles: readonly CorpusArticle[] = [
  referenceArticle,
  ...plantedBlocks,
  ...plantedFacts,
  ...plantedGenres,
  ...plantedWriting,
];

/** Articles without a fault, of every genre and length. */
export const cleanArticles: readonly CorpusArticle[] = [
  ...cleanMeetings,
  ...cleanInterviews,
  ...cleanStories,
  ...cleanNotices,
  ...cleanExplainers,
  ...cleanGenres,
];
