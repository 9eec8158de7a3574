/** Sentences of the weekly calendar, and of the usual times to publish. */
export const calendarWords = {
  presets: {
    thisEvening: "17 giờ chiều nay",
    tomorrowMorning: "6 giờ sáng mai",
    mondayMorning: "6 giờ sáng thứ Hai",
  },

  title: "Lịch đăng",
  week: (from: string, until: string) => `Tuần ${from} – ${until}`,
  weeks: "Chọn tuần",
  earlier: "Tuần trước",
  later: "Tuần sau",
  thisWeek: "Tuần này",
  today: "hôm nay",
  nothing: "Không có bài.",
  cut: (count: number) => `Tuần này có nhiều bài quá, chỉ hiện ${count} bài đầu của mỗi loại.`,
  dragHint:
    "Bấm “Đổi giờ” dưới bài để chuyển sang giờ khác. Trên máy tính, kéo được bài đó đến ngày và giờ mới, hoặc thả lên “Tuần trước”, “Tuần sau”.",
  move: "Đổi giờ",
  moveOf: (title: string) => `Đổi giờ đăng: ${title}`,
  newTime: "Giờ đăng mới (giờ Việt Nam)",
  moved: (title: string, from: string, to: string) =>
    `Đã đổi giờ đăng “${title}” từ ${from} sang ${to}.`,
  undo: "Hoàn tác",
  notScheduled:
    "Bài này không còn hẹn giờ, nên không đổi giờ được. Lịch dưới đây là lịch hiện giờ.",
  changed:
    "Bài này vừa được sửa hoặc đổi giờ ở nơi khác, nên giờ hẹn chưa đổi. Lịch dưới đây là lịch hiện giờ.",
} as const;

/** What the calendar says in the browser while an article is dragged. */
export const dragWords = {
  sameTime: (time: string) => `giữ ${time}`,
  hour: (hour: number) => `${hour} giờ`,
} as const;
