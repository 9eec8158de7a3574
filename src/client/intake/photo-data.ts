/**
 * The photo in a `data:` address; null for any other address. By hand, because the page's policy lets nothing be fetched
 * from such addresses.
 */
export function photoInAddress(address: string | null): Blob | null {
  const comma = isPhotoAddress(address) ? (address ?? "").indexOf(",") : -1;
  const [, type] =
    /^data:(image\/[\w.+-]+);base64,$/i.exec(address?.slice(0, comma + 1) ?? "") ?? [];
  if (address === null || type === undefined) return null;
  try {
    const data = atob(address.slice(comma + 1));
    // In a plain loop: a photo has millions of bytes.
    const bytes = new Uint8Array(data.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = data.charCodeAt(at);
    return new Blob([bytes], { type: type.toLowerCase().replace("image/jpg", "image/jpeg") });
  } catch {
    return null;
  }
}

export function isPhotoAddress(address: string | null): boolean {
  return /^data:image\//i.test(address?.slice(0, 11) ?? "");
}
