import type { Node, ResolvedPos } from "prosemirror-model";
import { NodeSelection, type Command, type EditorState, type Transaction } from "prosemirror-state";
import type { EditorPhoto, EditorVideo } from "./editor-handle.ts";
import { schema } from "./schema.ts";

const { photo: photoType, gallery: galleryType, video } = schema.nodes;

/** The place after the top-level block at this position. An empty paragraph stays below the photo, for the next text. */
export function findPhotoPlace({ doc }: EditorState, position: number): number {
  const place = doc.resolve(Math.min(position, doc.content.size));
  if (place.depth === 0) return place.pos;
  const block = place.node(1);
  return block.isTextblock && block.content.size === 0 ? place.before(1) : place.after(1);
}

export function makePhotoNode(photo: EditorPhoto | EditorVideo): Node {
  if ("href" in photo) return video.create(photo);
  const { id, alt, caption } = photo;
  return photoType.create({ id, alt, caption: caption ?? "" });
}

/** Moves the photo at `position` past its neighbour, into a gallery or out of it, and keeps it selected. */
export function movePhoto(position: number, by: -1 | 1): Command {
  return ({ doc, tr }, dispatch) => {
    const place = doc.resolve(position);
    const photo = place.nodeAfter;
    if (photo?.type !== photoType) return false;
    const isAtEdge = place.index() === (by < 0 ? 0 : place.parent.childCount - 1);
    if (isAtEdge && place.depth === 0) return false;
    if (dispatch) {
      const gallery = placeInGallery(place, by);
      if (gallery !== null) moveTo(tr, position, gallery);
      else if (isAtEdge) takeOut(tr, place, by);
      else if (by < 0) moveTo(tr, position, position - (place.nodeBefore?.nodeSize ?? 0));
      else moveTo(tr, position, findNextEnd(place));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** Where a photo beside a gallery enters it; null if there is no gallery beside it. */
function placeInGallery(place: ResolvedPos, by: -1 | 1): number | null {
  const { depth, parent, pos } = place;
  const neighbour = depth > 0 ? null : parent.maybeChild(place.index() + by);
  if (neighbour?.type !== galleryType) return null;
  return by < 0 ? pos - 1 : pos + (place.nodeAfter?.nodeSize ?? 0) + 1;
}

/** Moves the photo at `from` to another position of the document, and keeps it selected. */
export function movePhotoTo(from: number, to: number): Command {
  return ({ doc, tr }, dispatch) => {
    const photo = doc.nodeAt(from);
    if (photo?.type !== photoType || (to >= from && to <= from + photo.nodeSize)) return false;
    if (dispatch) {
      moveTo(tr, from, to);
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

function findNextEnd(place: ResolvedPos): number {
  const next = place.parent.maybeChild(place.index() + 1);
  return place.pos + (place.nodeAfter?.nodeSize ?? 0) + (next?.nodeSize ?? 0);
}

/** `to` is a position in the document before the change. */
function moveTo(tr: Transaction, from: number, to: number): void {
  const photo = tr.doc.nodeAt(from);
  if (photo === null) return;
  tr.delete(from, from + photo.nodeSize);
  const there = to > from ? to - photo.nodeSize : to;
  tr.insert(there, photo).setSelection(NodeSelection.create(tr.doc, there));
}

/** Moves a photo out of its gallery, before or after it. */
function takeOut(tr: Transaction, place: ResolvedPos, side: -1 | 1): void {
  const photo = place.nodeAfter;
  if (photo === null) return;
  if (place.parent.childCount === 1) {
    tr.replaceWith(place.before(), place.after(), photo);
    tr.setSelection(NodeSelection.create(tr.doc, place.before()));
    return;
  }
  moveTo(tr, place.pos, side < 0 ? place.before() : place.after());
}

/** Makes a gallery with the photo or gallery above, or with the one below if there is none above. */
export function groupPhoto(position: number): Command {
  return ({ doc, tr }, dispatch) => {
    const place = doc.resolve(position);
    const photo = place.nodeAfter;
    if (photo?.type !== photoType || place.depth > 0) return false;
    const above = doc.maybeChild(place.index() - 1) ?? null;
    const below = doc.maybeChild(place.index() + 1) ?? null;
    const joinsAbove = isPhotos(above);
    const partner = joinsAbove ? above : below;
    if (partner === null || !isPhotos(partner)) return false;
    if (dispatch) {
      const photos = partner.type === galleryType ? partner.children : [partner];
      const all = joinsAbove ? [...photos, photo] : [photo, ...photos];
      const from = joinsAbove ? position - partner.nodeSize : position;
      tr.replaceWith(from, from + partner.nodeSize + photo.nodeSize, galleryType.create(null, all));
      const index = joinsAbove ? all.length - 1 : 0;
      dispatch(tr.setSelection(NodeSelection.create(tr.doc, from + 1 + index)).scrollIntoView());
    }
    return true;
  };
}

function isPhotos(node: Node | null): boolean {
  return node?.type === photoType || node?.type === galleryType;
}

/** Moves the photo out of its gallery, to the place after it. */
export function ungroupPhoto(position: number): Command {
  return ({ doc, tr }, dispatch) => {
    const place = doc.resolve(position);
    if (place.parent.type !== galleryType) return false;
    if (dispatch) {
      takeOut(tr, place, 1);
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

export function removePhoto(position: number): Command {
  return ({ doc, tr }, dispatch) => {
    const place = doc.resolve(position);
    const photo = place.nodeAfter;
    if (photo?.type !== photoType) return false;
    if (dispatch) {
      const isLast = place.parent.type === galleryType && place.parent.childCount === 1;
      if (isLast) tr.delete(place.before(), place.after());
      else tr.delete(position, position + photo.nodeSize);
      dispatch(tr);
    }
    return true;
  };
}

/** Moves the selected photo. The keys are Alt and an arrow. */
export function moveSelectedPhoto(by: -1 | 1): Command {
  return (state, dispatch) => {
    const { selection } = state;
    const isPhoto = selection instanceof NodeSelection && selection.node.type === photoType;
    return isPhoto && movePhoto(selection.from, by)(state, dispatch);
  };
}
