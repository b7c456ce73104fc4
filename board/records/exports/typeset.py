"""The typesetter: compiles a Typst template with data into a file. What people wrote is data and never code.

A template reads only `sys.inputs` and imports other templates; those that all kinds of records share are in `typst/`
beside this module. No template imports a package, so nothing is downloaded.

The fonts come from packages: Bricolage Grotesque for the largest text, Noto Sans for twenty scripts and emoji,
Noto Sans CJK, and Source Serif for what people wrote in a work session. System fonts come last. A missing font changes
how a file looks; the file is still made.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import typst

PACKAGES = ("fontpkg_bricolage_grotesque", "fontpkg_source_serif_4", "manimgx_fonts", "manimgx_fonts_cjk")
ROOT = Path(__file__).parents[2]
"""what the path of an import begins at"""

Form = Literal["pdf", "svg", "png"]
PIXELS_PER_INCH = 144
"""a slide of 960 by 540 points becomes 1920 by 1080 pixels"""


def compile(template: Path, data: Mapping[str, object], form: Form, *, made: int) -> bytes:
    """Returns one file. `made` is its creation time in Unix seconds, so that equal data always give equal bytes.

    Blocks while the file is compiled. Raises typst.TypstError for a faulty template, never for what people wrote.
    """
    compiler = typst.Compiler(
        template, root=ROOT, font_paths=faces(), sys_inputs={"data": json.dumps(data, ensure_ascii=False)}
    )
    content = compiler.compile(format=form, ppi=PIXELS_PER_INCH, timestamp=made)
    if isinstance(content, list):
        content = content[0]
    if content is None:
        raise RuntimeError("the typesetter returned no page")
    return content


@lru_cache(maxsize=1)
def faces() -> typst.Fonts:
    """Fonts are discovered once per process; a font file is read when one of its letters is needed."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=folders())


def folders() -> list[Path]:
    """The font folders of the packages that are installed."""
    found = (find_spec(name) for name in PACKAGES)
    return [Path(spec.origin).parent for spec in found if spec is not None and spec.origin is not None]
