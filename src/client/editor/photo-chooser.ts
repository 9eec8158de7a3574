import { element } from "./element.ts";

/** The browser's own choice of files; `click` opens it. It has no name, so the form does not send it. */
export function photoChooser(choose: (files: File[]) => void): HTMLInputElement {
  const input = element("input", { type: "file", accept: "image/*", multiple: true, hidden: true });
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) choose(files);
  });
  return input;
}
