/** Characters of a text that says why something was returned, withdrawn or erased, or what was wrong in an article. */
export const longestReason = 2000;
