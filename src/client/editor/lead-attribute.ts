import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { LeadFields } from "./editor-handle.ts";

export const noLead: LeadFields = { photo: "", alt: "", caption: "", credit: "" };

/**
 * The lead photo as an attribute of the document. ProseMirror compares attributes by their visible properties, so two of these
 * are equal to it. Otherwise it would draw the whole text anew when the lead photo changes, and the field with the focus would
 * be gone.
 */
export class LeadAttribute {
  readonly #fields: LeadFields;

  constructor(fields: LeadFields) {
    this.#fields = fields;
  }

  get fields(): LeadFields {
    return this.#fields;
  }
}

/** What the document knows about the lead photo of the form. */
export function readLead(doc: Node): LeadFields {
  return (doc.attrs["lead"] as LeadAttribute).fields;
}

export function writeLead(tr: Transaction, lead: LeadFields): Transaction {
  return tr.setDocAttribute("lead", new LeadAttribute(lead));
}
