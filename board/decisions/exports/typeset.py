"""The typesetter: a template of ours and data in, a file out. What people wrote is data and never code.

A template reads nothing but `sys.inputs`; its root is the folder of the templates, where nothing else is, and no
template imports a package, so that nothing is read from elsewhere and nothing is fetched.

The faces come with packages: Bricolage Grotesque for the largest words, Noto Sans with its scripts and signs,
Noto Sans CJK. Then whatever the machine has. A face that is missing costs its look and never the file.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import typst

TEMPLATES = Path(__file__).parent / "typst"
PACKAGES = ("fontpkg_bricolage_grotesque", "manimgx_fonts", "manimgx_fonts_cjk")

Form = Literal["pdf", "svg", "png"]
# Pixels per inch; a slide of 960 by 540 points comes out as 1920 by 1080.
SHARPNESS = 144


def compile(template: str, data: Mapping[str, Any], form: Form, *, made: int) -> bytes:
    """One file. `made` is the time it bears, in Unix seconds: the same data make the same bytes on every day.

    Waits while another one is made. Raises typst.TypstError for a template that is wrong, never for what people wrote.
    """
    source = TEMPLATES / f"{template}.typ"
    compiler = typst.Compiler(
        source, root=TEMPLATES, font_paths=faces(), sys_inputs={"data": json.dumps(data, ensure_ascii=False)}
    )
    content = compiler.compile(format=form, ppi=SHARPNESS, timestamp=made)
    if isinstance(content, list):
        content = content[0]
    if content is None:
        raise RuntimeError("the typesetter gave nothing")
    return content


@lru_cache(maxsize=1)
def faces() -> typst.Fonts:
    """Looked for once a run; a file of letters is read when a letter of it is needed."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=folders())


def folders() -> list[Path]:
    """Where the packages keep their faces; a package that is not there is passed over."""
    found = (find_spec(name) for name in PACKAGES)
    return [Path(spec.origin).parent for spec in found if spec is not None and spec.origin is not None]
