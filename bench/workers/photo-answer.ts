/** What the Worker of `measure:photos` answers to one photo: stored under its id, or refused with a reason. */
export type PhotoAnswer = { id: string; variants: string[] } | { refusal: string };
