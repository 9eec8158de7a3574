import type { OpenForm } from "./open-form.ts";

/** Suggests tags and authors of the site in their fields. The list is loaded when one of the fields is first used. */
export function suggestLabelsIn(page: OpenForm): void {
  for (const [name, kind] of [
    ["tags", "tag"],
    ["byline.authors", "author"],
  ] as const) {
    const field = page.control(name) as HTMLInputElement;
    const load = (): void => {
      // Without it the field works as it does without script.
      import("./label-list.ts")
        .then(({ LabelList }) => new LabelList(field, kind))
        .catch(() => null);
    };
    if (document.activeElement === field) load();
    else field.addEventListener("focus", load, { once: true });
  }
}
