/** Longest side of what is sent, in pixels: more than any page shows, a tenth of what a telephone takes. */
const maxSide = 2560;

const quality = 0.85;

/** Moving pictures would stop, and drawings have nothing to shrink. */
const unshrunkTypes = ["image/gif", "image/svg+xml"];

/**
 * A photo small enough for a weak line, upright as its camera held it. What the browser cannot draw (HEIC on most), and
 * what would not become smaller, stays as it is.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  if (unshrunkTypes.includes(file.type)) return file;
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
  // JPEG knows no transparency, and would show it black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", quality),
  );
  // Telephones have little memory for canvases.
  canvas.width = 0;
  return blob;
}
