/** Sentences of the English summary, the only page that is not in Vietnamese. Its header and footer: see frame.ts. */
export const englishWords = {
  summary: "English summary",
  by: (authors: string) => `By ${authors}`,
  aiArticles: {
    generated: "Parts of this article were written by AI and checked by the newsroom.",
    altered: "Parts of this article were edited with AI and checked by the newsroom.",
  },
  whole: "Read the full article in Vietnamese:",
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;
