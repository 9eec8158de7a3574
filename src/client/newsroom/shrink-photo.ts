/** The longest side of an uploaded photo, in pixels: more than any page shows. */
const maxSide = 2560;

const quality = 0.85;

/** Shrinking would stop an animation, and has no effect on a drawing. */
const unshrunkTypes = ["image/gif", "image/svg+xml"];

/** The terms for AI in the metadata of a photo (src/photo/metadata.ts), which the server must see. */
const aiTerms = /rainedAlgorithmicMedia|compositeSynthetic/;

/** Metadata stand in the first bytes of a file. */
const metadataLength = 300_000;

/**
 * Shrinks a photo for a slow connection and applies its orientation. A photo that the browser cannot draw (HEIC in
 * most), or that would not become smaller, is returned unchanged.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  if (unshrunkTypes.includes(file.type)) return file;
  if (aiTerms.test(await file.slice(0, metadataLength).text())) return file;
  const address = URL.createObjectURL(file);
  try {
    const drawn = await draw(address);
    return drawn !== null && drawn.size < file.size ? drawn : file;
  } catch {
    return file;
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function draw(address: string): Promise<Blob | null> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(1, maxSide / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(naturalWidth * scale);
  canvas.height = Math.round(naturalHeight * scale);
  const context = canvas.getContext("2d");
  if (context === null) return null;
  // JPEG has no transparency and would show it black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", quality),
  );
  // Frees the canvas at once, because phones have little memory for it.
  canvas.width = 0;
  return blob;
}
