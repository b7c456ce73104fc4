/** The record as Markdown, fetched on request: readers of the page do not download a large one. */
export async function fetchMarkdown(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return answer.text();
}

/** Each button says in `data-markdown` where its text is; one that cannot be had is saved as a file instead. */
export function onCopyMarkdown(copy: (button: HTMLButtonElement, text: string) => void): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-markdown]")) {
    const address = button.dataset.markdown ?? "";
    button.hidden = false;
    button.addEventListener("click", () => {
      fetchMarkdown(address).then(
        (text) => copy(button, text),
        () => location.assign(address),
      );
    });
  }
}
