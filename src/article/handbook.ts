/** An entry of the newsroom's handbook: how a name, an office or a term is written. */
export type HandbookEntry = {
  /** The right form: "Covid-19", or an office with its holder: "Giám đốc Sở Phạm Quốc Chính". */
  readonly text: string;
  /** Forms that are known to be wrong. */
  readonly wrongForms: readonly string[];
  readonly note: string;
};

/** So many entries are read for each check. */
export const maxHandbookEntries = 2000;
