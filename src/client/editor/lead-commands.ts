import type { EditorState, Transaction } from "prosemirror-state";
import type { LeadFields } from "./editor-handle.ts";
import { noLead, readLead, writeLead } from "./lead-attribute.ts";
import { listPhotos } from "./stored-photos.ts";

/** Takes over the lead photo of the form, which is no step of the history. Null if it is the same. */
export function takeOverLead({ doc, tr }: EditorState, lead: LeadFields): Transaction | null {
  if (isSame(lead, readLead(doc))) return null;
  return writeLead(tr, lead).setMeta("addToHistory", false);
}

/** Makes a photo of the body the lead photo, with its words from the body. If it is the lead photo already, there is none then. */
export function toggleLead({ doc, tr }: EditorState, photo: string): Transaction {
  const lead = readLead(doc).photo === photo ? noLead : { ...noLead, photo };
  return writeLead(tr, lead);
}

/** The number of photos that have a caption and no alt text, with the lead photo. */
export function countBareAlts({ doc }: EditorState): number {
  const inBody = listPhotos(doc).filter(({ photo }) => lacksAlt(photo.attrs)).length;
  return inBody + (lacksAlt(readLead(doc)) ? 1 : 0);
}

/** Copies the caption of every photo without alt text into its alt text, as one step. */
export function copyCaptions({ doc, tr }: EditorState): Transaction {
  for (const { photo, position } of listPhotos(doc)) {
    if (lacksAlt(photo.attrs)) tr.setNodeAttribute(position, "alt", photo.attrs["caption"]);
  }
  const lead = readLead(doc);
  return lacksAlt(lead) ? writeLead(tr, { ...lead, alt: lead.caption }) : tr;
}

function lacksAlt({ alt, caption }: { alt?: unknown; caption?: unknown }): boolean {
  return String(alt).trim() === "" && String(caption).trim() !== "";
}

function isSame(one: LeadFields, other: LeadFields): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
