/** The menu "More" closes by Escape and by a press outside of it. */
export function closeMore(): void {
  const more = document.querySelector<HTMLDetailsElement>("details.more");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && more?.open) {
      more.open = false;
      more.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (more?.open && event.target instanceof Node && !more.contains(event.target)) {
      more.open = false;
    }
  });
}
