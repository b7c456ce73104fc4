"""The widths that pages are looked at in, and what sticks out of one."""

from playwright.sync_api import Page

SIZES = ((320, 640), (390, 844), (820, 1180), (1440, 900))
# Something sticks out when it is seen beyond the edge and nothing around it holds it in.
STICKS_OUT = """async width => {
  const root = document.documentElement, frame = () => new Promise(requestAnimationFrame);
  const holds = one => getComputedStyle(one).overflowX !== "visible" || getComputedStyle(one).clipPath !== "none";
  const sticking = () => [...document.body.querySelectorAll("*")].filter(one => {
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || (box.right <= root.clientWidth + 1 && box.left >= -1)) return false;
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    let up = one.parentElement;
    while (up && !holds(up)) up = up.parentElement;
    return !up && getComputedStyle(one).position !== "fixed";
  });
  const scrolls = () => Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
  // A page that measures itself needs a few frames after its size has changed, and dots fall for three seconds; then it
  // has to be at rest.
  const begun = performance.now(), rests = () => innerWidth === width && scrolls() <= 0 && !sticking().length;
  while (!rests() && performance.now() < begun + 5000) await frame();
  return [scrolls(), sticking().slice(0, 2).map(one => one.outerHTML.slice(0, 90))];
}"""


def sticking_out(page: Page, size: tuple[int, int]) -> list[str]:
    """What makes a page scroll sideways at this size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    scrolls, out = page.evaluate(STICKS_OUT, size[0])
    return [f"scrolls {scrolls} px, {out}"] if scrolls > 0 or out else []
