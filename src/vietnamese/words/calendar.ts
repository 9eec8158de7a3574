/** Sentences of the weekly calendar, and of the usual times to publish. */
export const calendarWords = {
  presets: {
    thisEvening: "17 giờ chiều nay",
    tomorrowMorning: "6 giờ sáng mai",
    mondayMorning: "6 giờ sáng thứ Hai",
  },
} as const;
