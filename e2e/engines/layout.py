"""Looks at a page as it is drawn: nothing is cut off, nothing lies over something else, nothing gapes."""

LAYOUT = r"""async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const wrong = [];
  const root = document.documentElement;
  const panel = [...document.querySelectorAll(":popover-open, dialog:modal")].at(-1);
  const ground = panel ?? document.body;
  // What comes in with a movement comes to rest; the bar of the clock never does.
  const begun = performance.now();
  const still = panel ?? document.querySelector("main");
  const moves = one => one.playState === "running" && still?.contains(one.effect.target);
  // A field that has just come up is measured in the first frame and grows in the second.
  for (let frames = 0; frames < 4; frames += 1) await frame();
  while (document.getAnimations().some(moves) && performance.now() < begun + 1500) await frame();

  const CONTROLS = "button, a[href], input, textarea, select, summary, [role=option]";
  const GAP = 192, SMALLEST = 48;

  const shown = one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const words = one => (one.ariaLabel ?? (one.textContent || one.placeholder || one.type || "")).trim().slice(0, 40);
  const called = one => `${one.localName}${one.className ? `.${one.className}` : ""} “${words(one)}”`;
  const ups = one => {
    const all = [];
    for (let up = one.parentElement; up && up !== root; up = up.parentElement) {
      all.push(up);
      if (up === panel) break;
    }
    return all;
  };
  const meant = one => {
    const style = getComputedStyle(one);
    return style.textOverflow === "ellipsis" || !["none", ""].includes(style.webkitLineClamp);
  };
  const hides = one => /hidden|clip/.test(getComputedStyle(one).overflow);
  const scrolls = one => /auto|scroll/.test(getComputedStyle(one).overflow);
  // For ears only.
  const silent = one => [one, ...ups(one)].some(up => {
    const { width, height } = up.getBoundingClientRect();
    const { clipPath, color } = getComputedStyle(up);
    return (width <= 2 && height <= 2) || clipPath === "inset(50%)" || color === "rgba(0, 0, 0, 0)";
  });
  const pinned = one =>
    [one, ...ups(one)].find(up => up !== panel && /fixed|sticky/.test(getComputedStyle(up).position));
  const meet = (a, b) => ({
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  });
  const window_ = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const seen = one => ups(one)
    .filter(up => hides(up) || scrolls(up))
    .reduce((left, up) => meet(left, up.getBoundingClientRect()), meet(one.getBoundingClientRect(), window_));

  const sideways = root.scrollWidth - root.clientWidth;
  if (sideways > 1) wrong.push(`the page scrolls sideways by ${sideways} px`);

  if (panel) {
    const box = panel.getBoundingClientRect();
    if (box.height < SMALLEST) wrong.push(`it is ${Math.round(box.height)} high`);
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      wrong.push(`it sticks out of the window: ${JSON.stringify(box)}`);
    for (const one of [panel, ...panel.querySelectorAll("*")])
      if (scrolls(one) && one.scrollWidth > one.clientWidth + 1) wrong.push(`${called(one)} scrolls sideways`);
  }

  const controls = [...ground.querySelectorAll(CONTROLS)].filter(one => shown(one) && !silent(one));
  for (const one of controls) {
    const box = one.getBoundingClientRect();
    const part = seen(one);
    const area = Math.max(0, part.right - part.left) * Math.max(0, part.bottom - part.top);
    if (area < 0.9 * box.width * box.height) {
      const reachable = !panel || ups(one).some(up => scrolls(up) && up.clientHeight >= SMALLEST);
      if (!reachable) wrong.push(`${called(one)} is cut off: ${Math.round(box.width)} × ${Math.round(box.height)}`);
      continue;
    }
    const hit = document.elementFromPoint((part.left + part.right) / 2, (part.top + part.bottom) / 2);
    const same = hit && [one, ...(one.labels ?? [])].some(own => own.contains(hit) || hit.contains(own));
    // What was scrolled under a bar comes out again.
    if (!same && (!hit || !pinned(hit) || pinned(hit) === pinned(one)))
      wrong.push(`${called(one)} is covered by ${hit && called(hit)}`);
  }
  for (const [at, one] of controls.entries())
    for (const other of controls.slice(at + 1)) {
      if (one.contains(other) || other.contains(one) || pinned(one) !== pinned(other)) continue;
      const both = meet(seen(one), seen(other));
      if (both.right - both.left > 2 && both.bottom - both.top > 2)
        wrong.push(`${called(one)} overlaps ${called(other)}`);
    }
  for (const one of ground.querySelectorAll("svg"))
    if (shown(one) && !silent(one.parentElement) && one.getBoundingClientRect().width < 4)
      wrong.push(`the icon of ${called(one.parentElement)} has no size`);
  const most = one => parseFloat(getComputedStyle(one).maxBlockSize) || Infinity;
  for (const one of ground.querySelectorAll("textarea"))
    if (shown(one) && one.scrollHeight > one.clientHeight + 2 && one.offsetHeight < most(one) - 2)
      wrong.push(`${called(one)} shows ${one.clientHeight} of ${one.scrollHeight} px`);

  const drawn = [];
  const texts = document.createTreeWalker(ground, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    const one = text.parentElement;
    if (!text.data.trim() || !shown(one) || silent(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    const around = [one, ...ups(one)];
    const left = around.filter(hides).reduce((rest, up) => meet(rest, up.getBoundingClientRect()), box);
    // Words that give way as a whole are not cut.
    if (left.right <= left.left || left.bottom <= left.top) continue;
    drawn.push(box);
    // Of type set tight the letters may reach over their line, not over half of it.
    const over = Math.max(4, 0.4 * parseFloat(getComputedStyle(one).fontSize));
    const inner = around.slice(0, around.findIndex(scrolls) + 1 || undefined);
    if (inner.some(meant)) continue;
    const cuts = up => {
      const edge = up.getBoundingClientRect();
      const most = Math.max(edge.left - box.left, edge.top - box.top, box.right - edge.right, box.bottom - edge.bottom);
      return hides(up) && most > over;
    };
    const by = inner.find(cuts);
    if (by) wrong.push(`the text of ${called(one)} is cut off by ${called(by).slice(0, 60)}`);
  }

  if (panel) {
    const box = panel.getBoundingClientRect();
    for (const one of panel.querySelectorAll(`${CONTROLS}, img, svg`))
      if (shown(one)) drawn.push(one.getBoundingClientRect());
    drawn.push({ top: box.bottom, bottom: box.bottom });
    drawn.sort((a, b) => a.top - b.top);
    let reached = box.top;
    for (const { top, bottom } of drawn) {
      const empty = Math.round(Math.min(top, box.bottom) - reached);
      if (empty > GAP) wrong.push(`${empty} px of its ${Math.round(box.height)} are empty`);
      reached = Math.max(reached, bottom);
    }
  }
  return wrong;
}"""
"""what is wrong with the panel that is open, or with the page when none is"""
