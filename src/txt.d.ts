/** Script for browsers, bundled by scripts/build-client.ts, is imported as text. */
declare module "*.txt" {
  const text: string;
  export default text;
}
