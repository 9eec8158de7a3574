/** Colours of clothes for a crowd, by the occasion. */
export const OFFICE_SHIRTS = [
  "#eef1f4",
  "#cfdcea",
  "#9db4cc",
  "#2f4058",
  "#5b7d6a",
  "#d9c3a0",
] as const;

export const BRIGHT_SHIRTS = [
  "#e9edf1",
  "#f0c23c",
  "#3f8fd0",
  "#d9597a",
  "#4f9f6c",
  "#f2f4f6",
] as const;
