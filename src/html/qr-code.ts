import { encode } from "uqr";
import { html, type Html } from "./template.ts";

/** Modules of white around the code (ISO/IEC 18004 asks for four): without them phones do not find it. */
const quiet = 4;

/** An address as a QR code, black on white in every theme and on paper. Medium error correction survives a bad printer. */
export function renderQrCode(address: string, label: string): Html {
  const { data, size } = encode(address, { ecc: "M", border: quiet });
  const path = data.map((row, y) => drawRow(row, y)).join("");
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
    <path fill="#fff" d="M0 0h${size}v${size}H0z" />
    <path fill="#000" shape-rendering="crispEdges" d="${path}" />
  </svg>`;
}

/** The dark runs of a row, each a rectangle one module high. */
function drawRow(row: boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x] === true) x++;
    path += `M${start} ${y}h${x - start}v1H${start}z`;
  }
  return path;
}
