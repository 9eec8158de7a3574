/** What the calendar says in the browser while an article is dragged. */
export const dragWords = {
  sameTime: (time: string) => `giữ ${time}`,
  hour: (hour: number) => `${hour} giờ`,
} as const;
