"""Scripts that find what a reader of a page finds: by role, by name, in sight, with nothing in front of it."""

FIND = """
const css = {
  button: "button, [role=button]",
  card: "[data-idea] p[dir=auto]",
  checkbox: "[type=checkbox]",
  combobox: "[role=combobox]",
  dialog: "dialog[open], [role=dialog]",
  heading: "h1, h2, h3, [role=heading]",
  img: "img, [role=img]",
  link: "a[href]",
  menuitem: "[role^=menuitem]",
  option: "[role=option]",
  promise: ".promise-button",
  radio: "[type=radio]",
  region: "section[aria-label], section[aria-labelledby], [role=region]",
  spinbutton: "[type=number]",
  status: "[role=status], output",
  summary: "summary",
  tab: "[role=tab]",
  textbox: "textarea, input:not([type=checkbox], [type=radio], [type=number], [type=file])",
};
const plain = text => (text ?? "").replace(/\\s+/g, " ").trim();
const spoken = one => {
  const copy = one?.cloneNode(true);
  for (const silent of copy?.querySelectorAll("[aria-hidden=true]") ?? []) silent.remove();
  return copy?.textContent ?? "";
};
const named = one => {
  const by = one.getAttribute("aria-labelledby");
  if (by) return plain(by.split(" ").map(id => spoken(document.getElementById(id))).join(" "));
  if (one.ariaLabel) return plain(one.ariaLabel);
  if (one.labels?.length) return plain([...one.labels].map(spoken).join(" "));
  return plain(one.alt ?? spoken(one));
};
const drawn = one => {
  const { width, height } = one.getBoundingClientRect();
  return width > 0 && height > 0 && one.checkVisibility({ visibilityProperty: true });
};
const fits = (one, name) => {
  const is = named(one);
  return name.startsWith("^") ? new RegExp(name).test(is) : is === name;
};
const holds = (one, text) => [...one.querySelectorAll("*")].some(part => plain(part.textContent) === text);
// A modal dialog is all that can be used while it is open.
const ground = () => [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
const find = ({ role, name, within, pressed }) => {
  const roots = within
    ? [...ground().querySelectorAll("[data-idea], section, [role=region], li")].filter(one => drawn(one) &&
        (one.matches("[data-idea], li") ? holds(one, within) : named(one) === within))
    : [ground()];
  return roots
    .flatMap(root => [...(root.matches?.(css[role]) ? [root] : []), ...root.querySelectorAll(css[role])])
    .filter(one => drawn(one) && fits(one, name) && (pressed == null || one.ariaPressed === `${pressed}`))
    // What is chosen by its label is pressed there.
    .map(one => (one.matches("[type=radio], [type=checkbox]") && one.labels[0]) || one);
};
"""
"""Defines `find`. A name that begins with ^ is a pattern; `within` is the text of an idea, or the name of a region."""

HAS = f"wanted => {{ {FIND} return find(wanted).length; }}"
READS = """text => {
  const plain = (document.body?.innerText ?? "").replace(/\\s+/g, " ");
  return text.startsWith("^") ? new RegExp(text.slice(1)).test(plain) : plain.includes(text);
}"""
HEARS = (
    "text => [...document.querySelectorAll('[role=status], output, [aria-live]')]"
    ".some(one => one.textContent.includes(text))"
)
AIM = f"""async wanted => {{
  {FIND}
  const frame = () => new Promise(requestAnimationFrame);
  const box = one => JSON.stringify(one.getBoundingClientRect());
  const [one] = find(wanted);
  if (!one) return "is not there";
  if (one.disabled || one.ariaDisabled === "true") return "is disabled";
  if (one.ariaBusy === "true") return "waits for an answer";
  const middle = () => {{
    const {{ left, top, width, height }} = one.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  }};
  const hit = () => document.elementFromPoint(...middle());
  // Beyond the edge of the window there is nothing; at the edge a bar may lie over it.
  const away = !one.contains(hit());
  if (away) one.scrollIntoView({{ block: "center", behavior: "instant" }});
  const before = box(one);
  await frame();
  await frame();
  if (!one.contains(hit())) return `is covered by ${{hit()?.outerHTML.slice(0, 120)}}`;
  // A press goes to what is painted, and a busy machine paints a scroll frames later.
  return away || box(one) !== before ? "is moving" : middle();
}}"""
"""where to press it, or why it cannot be pressed now"""
