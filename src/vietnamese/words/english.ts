/** The only page that is not in Vietnamese: the summary of an article for readers of English. */
export const englishWords = {
  summary: "English summary",
  by: (authors: string) => `By ${authors}`,
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
