// Draws the photos of the demo articles into demo/photos/. The same code gives the same pictures;
// only the words on a backdrop depend on the machine, which should have the DejaVu fonts.
// Usage: node scripts/draw-demo-photos.ts [a part of a name …]
import { mkdir, writeFile } from "node:fs/promises";
import { allScenes } from "./demo-drawing/all-scenes.ts";
import { renderPhoto } from "./demo-drawing/render-photo.ts";

const folder = new URL("../demo/photos/", import.meta.url);
const wanted = process.argv.slice(2);

await mkdir(folder, { recursive: true });
let total = 0;
for (const scene of allScenes) {
  if (wanted.length > 0 && !wanted.some((part) => scene.name.includes(part))) continue;
  const photo = await renderPhoto(scene);
  await writeFile(new URL(`${scene.name}.jpg`, folder), photo);
  total += photo.byteLength;
  console.log(`${scene.name}.jpg ${Math.round(photo.byteLength / 1000)} kB`);
}
console.log(`in all ${Math.round(total / 1000)} kB`);
