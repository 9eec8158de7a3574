/** What the site and the form say about videos. */
export const videoWords = {
  on: {
    youtube: "Video trên YouTube",
    vimeo: "Video trên Vimeo",
    facebook: "Video trên Facebook",
  },
} as const;
