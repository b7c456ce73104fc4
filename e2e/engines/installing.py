"""Finds Firefox and WebKitGTK, and installs them where it may: `python -m e2e.engines.installing`."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from e2e.chromium import apt_install, may_use_apt

MINI_BROWSERS = (
    "lib/*/webkit2gtk-4.1/MiniBrowser",
    "lib*/webkit2gtk-4.1/MiniBrowser",
    "libexec/webkit2gtk-4.1/MiniBrowser",
)
"""where distributions put it, below /usr"""
DEBIAN_PACKAGES = {"firefox": ("firefox-esr",), "webkit": ("webkit2gtk-driver", "xvfb")}


def find_firefox() -> str | None:
    """The path of an installed Firefox."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def find_mini_browser() -> str | None:
    """The path of WebKitGTK's own browser, when the driver and the screen that it needs are there, too."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("Xvfb")):
        return None
    found = (path for pattern in MINI_BROWSERS for path in Path("/usr").glob(pattern))
    return next(map(str, found), None)


ENGINES: dict[str, Callable[[], str | None]] = {"firefox": find_firefox, "webkit": find_mini_browser}


def missing() -> list[str]:
    """The engines that are not installed."""
    return [name for name, find in ENGINES.items() if not find()]


def required() -> bool:
    """Whether a missing engine is a failure: in CI, and wherever this module can install it."""
    return bool(os.environ.get("CI")) or may_use_apt()


def in_words(engine: str) -> str:
    """Says how to install an engine that is missing."""
    packages = " ".join(DEBIAN_PACKAGES[engine])
    return f"{engine} is not installed (on Debian: apt-get install --no-install-recommends {packages})."


def main() -> None:
    wanted = missing()
    if wanted and may_use_apt():
        apt_install(*(package for engine in wanted for package in DEBIAN_PACKAGES[engine]))
    for engine in missing():
        print(f"{in_words(engine)} {'' if required() else 'Its tests are skipped.'}".rstrip(), file=sys.stderr)
    if missing() and required():
        sys.exit(1)


if __name__ == "__main__":
    main()
