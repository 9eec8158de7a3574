import { choose, chosen, keepShowing } from "./choice.ts";

/** Three buttons, each of which bears its size in `value`: empty, "large" or "largest". */
export function offerTextSizes(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>(".sizes button");
  const show = (): void =>
    buttons.forEach((button) =>
      button.setAttribute("aria-pressed", String(button.value === chosen("size"))),
    );
  buttons.forEach((button) =>
    button.addEventListener("click", () => {
      choose("size", button.value);
      show();
    }),
  );
  keepShowing(show);
}
