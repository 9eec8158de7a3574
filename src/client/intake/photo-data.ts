/**
 * The photo in a `data:` address; null for any other address. By hand, because the page's policy lets nothing be fetched
 * from such addresses.
 */
export function photoInAddress(address: string | null): Blob | null {
  const [, type, data] = /^data:(image\/[\w.+-]+);base64,([\w+/=\s]+)$/i.exec(address ?? "") ?? [];
  if (type === undefined || data === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new Blob([bytes], { type: type.toLowerCase().replace("image/jpg", "image/jpeg") });
  } catch {
    return null;
  }
}
