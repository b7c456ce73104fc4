"""What would be code of a template, or would break a page, if it were anything but text."""

CODE = (
    '#import "@preview/cetz:0.3.0": *',
    '#read("/etc/passwd")',
    "#panic[no] #let x = 1; #x",
    "$ integral_0^1 x dif x $ and $..$",
    "\\ backslash \\u{41} \\",
    "\"quotes\" 'and' «more»",
    "= heading *bold* _under_ `raw` @ref <label> // gone? /* gone? */",
    "[content] {code} ~ -- --- ... https://x.example/a#b",
    "zero\u200bwidth \u200f\u202eoverridden\u202c end",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🇳🇿 👍🏽",
    "x" * 1000,
    "שלום (עולם) 42% a-b",
    "\u0301 a lone accent, \ufffd, \ue000 and \U000e0041",
)
