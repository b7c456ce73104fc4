/** The two tabs of the home page: links that the script makes tabs of, and a cookie that remembers what was chosen. */

/** As in `board/web/start.py`, which draws the page by it. */
const NAME = "start";
const YEAR = 31_536_000;

export function easeTabs(page: Document): void {
  const list = page.querySelector(".tabs");
  const form = page.querySelector<HTMLFormElement>("form.work");
  if (!list || !form) return;
  const tabs = [...list.querySelectorAll("a")];
  let open = tabs.find((tab) => tab.hasAttribute("aria-current"));
  const show = () => {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", `${tab === open}`);
      tab.tabIndex = tab === open ? 0 : -1;
    }
    for (const panel of page.querySelectorAll<HTMLElement>(".panel")) {
      panel.hidden = panel.dataset.tab !== open?.dataset.tab;
    }
  };
  const remember = () => {
    const chosen = new FormData(form);
    const group = chosen.get("kind");
    // The box that belongs to it says which kind it is then.
    const kind = chosen.get({ individual: "quiet", team: "ideas" }[group as string] ?? "") ?? group;
    try {
      page.cookie = `${NAME}=${open?.dataset.tab}.${kind}.${chosen.get("length")};path=/;max-age=${YEAR};samesite=lax`;
    } catch {
      // A page in a sandbox has no cookies.
    }
  };
  const choose = (tab: HTMLAnchorElement) => {
    open = tab;
    show();
    remember();
  };
  list.setAttribute("role", "tablist");
  for (const [at, tab] of tabs.entries()) {
    tab.setAttribute("role", "tab");
    tab.removeAttribute("aria-current");
    tab.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(tab);
      page.querySelector<HTMLElement>(".panel:not([hidden]) textarea")?.focus();
    });
    tab.addEventListener("keydown", (event) => {
      // Of two tabs, both arrows lead to the other one.
      const next = tabs[{ ArrowLeft: 1 - at, ArrowRight: 1 - at, Home: 0, End: 1, " ": at }[event.key] ?? 2];
      if (!next) return;
      event.preventDefault();
      choose(next);
      next.focus();
    });
  }
  show();
  form.addEventListener("change", remember);
}
