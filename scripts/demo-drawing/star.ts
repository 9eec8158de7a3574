import { polygon, steps } from "./marks.ts";

/** A five-pointed star. */
export function star(x: number, y: number, r: number, fill: string): string {
  const points = steps(10).map((index) => {
    const reach = index % 2 === 0 ? r : r * 0.4;
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach] as const;
  });
  return polygon(points, fill);
}
