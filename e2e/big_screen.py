"""What the big screen must never do: scroll, cut a text without a sign, set it too small, lay one over another.

An element that shortens its text shows it, by `text-overflow: ellipsis` or `line-clamp` in the direction in which it
cuts, or by a text of its own beside what is cut: "…" or "and 6 more".
"""

from dataclasses import dataclass

from playwright.sync_api import Page

SMALLEST = 34
"""the height of the screen over the smallest type on it"""

# Animations are over, fonts are loaded, and no box has moved for some frames.
AT_REST = """async patience => {
  const frame = () => new Promise(requestAnimationFrame);
  const running = () => document.getAnimations().filter(({ effect, playState }) =>
    playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime));
  const places = () => [...document.body.querySelectorAll("*")].reduce((sum, one, at) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return sum + (left + 3 * top + 7 * width + 11 * height) * (1 + at % 97);
  }, 0);
  await document.fonts.ready;
  for (let frames = 0, still = 0, before = NaN; frames < patience; frames += 1) {
    await frame();
    const now = places();
    still = now === before && running().length === 0 ? still + 1 : 0;
    before = now;
    if (still >= 6) return true;
  }
  return false;
}"""

# Whatever covers a text is found by hit testing, so that every element takes part in it for a moment.
FAULTS = """smallest => {
  const SLACK = 1, LEAST = innerHeight / smallest - 0.05;
  const CAPITALS = 0.36, GLYPHS = 0.45;  // half the height of capitals and of most letters, in em around their middle
  const ALONE = /^(…|.*\\d+ more\\b.*)$/;  // a text that is a sign
  const found = new Map();

  const kept = make => {
    const known = new Map();
    return one => {
      if (!known.has(one)) known.set(one, make(one));
      return known.get(one);
    };
  };
  const style = kept(one => getComputedStyle(one));
  const box = kept(one => one.getBoundingClientRect());
  const named = one => one.localName + (one.classList[0] ? `.${one.classList[0]}` : "");
  const name = one => {
    const path = [];
    for (let up = one; up && up !== document.body && path.length < 3; up = up.parentElement) path.unshift(named(up));
    return path.join(" > ");
  };
  const add = (what, one, text, detail) => {
    const key = `${what}|${name(one)}`;
    const last = found.get(key);
    const words = text.trim().replace(/\\s+/g, " ").slice(0, 40);
    if (last) last.times += 1;
    else found.set(key, { what, element: name(one), text: words, detail, times: 1 });
  };

  const away = kept(one => {
    if (!one || one === document.body) return false;
    const { clipPath, overflowX } = style(one), { width, height } = box(one);
    const tiny = overflowX !== "visible" && (width <= 1 || height <= 1);
    return tiny || clipPath.startsWith("inset(50%") || away(one.parentElement);
  });
  // A link to a place on the page waits above the screen until it gets the focus.
  const waits = one => one.closest("a[href^='#']") && box(one.closest("a")).bottom <= 0;
  const seen = kept(one =>
    one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !away(one) && !waits(one));
  const shown = [...document.body.querySelectorAll("*")].filter(seen);

  const scale = kept(one => {
    if (one instanceof SVGElement) return one.getScreenCTM?.()?.d ?? 1;
    const ratio = one.offsetHeight ? box(one).height / one.offsetHeight : 1;
    return Math.abs(ratio - 1) < 0.05 ? 1 : ratio;  // offsetHeight is rounded
  });
  const size = kept(one => parseFloat(style(one).fontSize) * scale(one));
  const block = kept(one =>
    /^(inline|contents)$/.test(style(one).display) && one.parentElement ? block(one.parentElement) : one);

  // What an element cuts off, and whether it shows that it does. The page itself is the screen.
  const clips = kept(one => {
    if (one === document.body || one === document.documentElement) return null;
    const { overflowX, overflowY, borderLeftWidth, borderRightWidth, borderTopWidth, borderBottomWidth } = style(one);
    if (overflowX === "visible" && overflowY === "visible") return null;
    const { left, right, top, bottom } = box(one);
    return {
      x: overflowX !== "visible", y: overflowY !== "visible",
      left: left + parseFloat(borderLeftWidth), right: right - parseFloat(borderRightWidth),
      top: top + parseFloat(borderTopWidth), bottom: bottom - parseFloat(borderBottomWidth),
    };
  });
  const holder = one => {
    const { position } = style(one);
    return position === "fixed" ? null : position === "absolute" ? one.offsetParent : one.parentElement;
  };
  const over = (rect, clip) => ({
    x: clip.x ? Math.max(clip.left - rect.left, rect.right - clip.right) : 0,
    y: clip.y ? Math.max(clip.top - rect.top, rect.bottom - clip.bottom) : 0,
  });
  const within = (rect, clip) => ({
    left: clip.x ? Math.max(rect.left, clip.left) : rect.left,
    right: clip.x ? Math.min(rect.right, clip.right) : rect.right,
    top: clip.y ? Math.max(rect.top, clip.top) : rect.top,
    bottom: clip.y ? Math.min(rect.bottom, clip.bottom) : rect.bottom,
  });
  const gone = ({ left, right, top, bottom }) => right - left < SLACK || bottom - top < SLACK;
  const screen = { x: true, y: true, left: 0, top: 0, right: innerWidth, bottom: innerHeight };

  const range = document.createRange();
  const lines = node => {
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  const around = ({ left, right, top, bottom }, half) => {
    const middle = (top + bottom) / 2;
    return { left, right, top: middle - half, bottom: middle + half };
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (node.data.trim() && seen(parent)) texts.push({ parent, words: node.data, lines: lines(node) });
  }
  const whole = ({ parent, lines }) => lines.every(line => {
    const rect = around(line, size(parent) * CAPITALS);
    for (let up = parent; up; up = holder(up)) {
      const clip = clips(up);
      if (clip && Object.values(over(rect, clip)).some(px => px > SLACK)) return false;
    }
    return true;
  });
  const signs = texts.filter(one => ALONE.test(one.words.trim()) && whole(one)).map(({ parent }) => parent);
  const signed = kept(one => signs.some(sign => (one.parentElement ?? one).contains(sign)));
  const scrolls = value => value === "auto" || value === "scroll";  // which is a fault of its own
  const says = {
    x: one => style(one).textOverflow === "ellipsis" || scrolls(style(one).overflowX) || signed(one),
    y: one => style(one).webkitLineClamp !== "none" || scrolls(style(one).overflowY) || signed(one),
  };

  // What is left of a rectangle, or why it may not be cut where it is.
  const left = (rect, one) => {
    for (let up = one; up; up = holder(up)) {
      const clip = clips(up);
      if (!clip) continue;
      const beyond = over(rect, clip);
      for (const way of ["x", "y"]) {
        if (beyond[way] > SLACK && !says[way](up)) {
          return { what: "cut without a sign", detail: `${Math.round(beyond[way])} px, by ${name(up)}` };
        }
      }
      rect = within(rect, clip);
      if (gone(rect)) return null;
    }
    const beyond = over(rect, screen), most = Math.max(beyond.x, beyond.y);
    return most > SLACK ? { what: "outside the screen", detail: `${Math.round(most)} px` } : { rect };
  };

  const opaque = kept(one => {
    const { backgroundColor, backgroundImage, opacity } = style(one);
    if (Number(opacity) < 0.95) return false;
    const alpha = backgroundColor.match(/(?:\\/|rgba\\(.*,)\\s*([\\d.]+)\\)$/);
    return backgroundImage !== "none" || !alpha || Number(alpha[1]) >= 0.95;
  });
  const large = one => box(one).width * box(one).height > innerWidth * innerHeight / 2;
  const coverAt = (x, y, parent) => {
    for (const one of document.elementsFromPoint(x, y)) {
      if (one === parent || one.contains(parent)) return null;
      if (!parent.contains(one) && opaque(one)) return one;
    }
    return null;
  };
  // What lies over the middle of a line, its beginning or its end.
  const coverOf = ({ left, right, top, bottom }, parent) =>
    [0.5, 0.04, 0.27, 0.73, 0.96].reduce(
      (found, share) => found ?? coverAt(left + share * (right - left), (top + bottom) / 2, parent), null);

  const hits = new CSSStyleSheet();
  hits.replaceSync("* { pointer-events: auto !important }");
  const sheets = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...sheets, hits];
  const drawn = [];
  for (const { parent, words, lines } of texts) {
    const em = size(parent);
    const rests = lines.map(line => left(around(line, Math.min(line.height / 2, em * GLYPHS)), parent)).filter(Boolean);
    const inside = rests.filter(one => one.rect);
    const covers = new Map(inside.map(one => [one, coverOf(one.rect, parent)]));
    const behind = inside.filter(one => covers.get(one) && large(covers.get(one)));
    // Behind something as large as the screen it is not on the screen.
    if (behind.length === rests.length) continue;
    for (const { rect, what, detail } of rests) if (!rect) add(what, parent, words, detail);
    for (const one of inside) {
      const cover = covers.get(one);
      if (cover && !behind.includes(one)) add("covered", parent, words, `by ${name(cover)}`);
    }
    const share = Math.round(innerHeight / em);
    if (em < LEAST) add("too small", parent, words, `${em.toFixed(1)} px, 1/${share} of the height`);
    for (const { rect } of inside.filter(one => !covers.get(one))) {
      const half = Math.min((rect.bottom - rect.top) / 2, em * CAPITALS);
      drawn.push({ parent, words, block: block(parent), ...around(rect, half) });
    }
  }
  document.adoptedStyleSheets = sheets;

  drawn.sort((one, two) => one.top - two.top);
  drawn.forEach((one, at) => {
    for (let next = at + 1; next < drawn.length && drawn[next].top < one.bottom; next += 1) {
      const two = drawn[next];
      if (one.block === two.block) continue;
      const wide = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const high = Math.min(one.bottom, two.bottom) - two.top;
      const detail = `${Math.round(wide)} × ${Math.round(high)} px of “${two.words.trim().slice(0, 30)}”`;
      if (wide > 2 && high > 2) add("overlaps", one.parent, one.words, `${detail} in ${name(two.parent)}`);
    }
  });

  // Pictures and drawn marks, such as dots.
  const paints = one => {
    const { backgroundColor, backgroundImage, borderTopStyle, borderTopWidth } = style(one);
    const border = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0;
    return border || backgroundImage !== "none" || !/(?:\\/|rgba\\(.*,)\\s*0\\)$|^transparent$/.test(backgroundColor);
  };
  const mark = one => one.childNodes.length === 0 && box(one).width >= 3 && box(one).height >= 3
    && /^(static|relative)$/.test(style(one).position) && style(one).transform === "none" && paints(one);
  for (const one of shown) {
    const picture = /^(img|svg|canvas|video)$/.test(one.localName);
    if (!picture && !(one instanceof HTMLElement && mark(one))) continue;
    if (one.parentElement.closest("svg")) continue;
    const rest = left(box(one), one.parentElement);
    if (rest?.what) add(rest.what, one, "", rest.detail);
  }

  const page = document.scrollingElement;
  for (const [way, px] of [["down", page.scrollHeight - innerHeight], ["sideways", page.scrollWidth - innerWidth]]) {
    if (px > SLACK) add("scrolls", page, "", `${px} px ${way}`);
  }
  for (const one of shown) {
    const { overflowX, overflowY } = style(one);
    const down = scrolls(overflowY) ? one.scrollHeight - one.clientHeight : 0;
    const px = Math.max(down, scrolls(overflowX) ? one.scrollWidth - one.clientWidth : 0);
    if (px > SLACK && one !== document.body) add("scrolls", one, "", `${px} px inside`);
  }
  return [...found.values()];
}"""


@dataclass(frozen=True)
class Fault:
    """What is wrong with an element, with the text in it and how often the same is wrong with others like it."""

    what: str
    element: str
    text: str
    detail: str
    times: int = 1

    def __str__(self) -> str:
        words = f" “{self.text}”" if self.text else ""
        more = f", and {self.times - 1} more" if self.times > 1 else ""
        return f"{self.what}: {self.element}{words} ({self.detail}){more}"


def faults(page: Page, patience: int = 300) -> list[Fault]:
    """Everything that is wrong at the page's current size, once it is at rest, which takes no more than some frames."""
    if not page.evaluate(AT_REST, patience):
        return [Fault("never at rest", "html", "", f"for {patience} frames")]
    return [Fault(**one) for one in page.evaluate(FAULTS, SMALLEST)]
