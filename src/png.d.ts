/** Icons are imported as bytes: an ArrayBuffer by wrangler, a Uint8Array by esbuild. */
declare module "*.png" {
  const bytes: ArrayBuffer | Uint8Array;
  export default bytes;
}
