/** The manifest that scripts/build-client.ts writes is imported as text. */
declare module "*.txt" {
  const text: string;
  export default text;
}
