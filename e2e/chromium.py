"""Finds a Chromium for the browser tests, and fetches one where there is none: `python -m e2e.chromium`."""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
"""Chromium without windows: it takes a third less time, but has no profile, and Tab does not always go round"""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Pages of the browser's own behind its address bar: each new window loads them, at the cost of a board's whole page.
_ADDRESS_BAR = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
# Of several such lists the last one counts: what Playwright turns off and matters here stays off.
_OFF = (
    *_ADDRESS_BAR,
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
QUIET = (
    # The browser sends nothing to any network except the loopback.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(_OFF)}",
)
"""switches that turn off everything except showing pages"""
DEBIAN_PACKAGES = ("chromium", SHELL, "fonts-noto-color-emoji")
IN_WORDS = "The browser tests need Chromium: install it (on Debian: apt-get install chromium) and run this again."


def find_chromium() -> str | None:
    """The path of an installed Chromium or Chrome; None means the one that Playwright keeps itself."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    return next((path for path in ELSEWHERE if Path(path).is_file()), None)


def find_shell() -> str | None:
    """The path of an installed Chromium without windows, else of what `find_chromium` finds."""
    return shutil.which(SHELL) or find_chromium()


def playwright_has_its_own() -> bool:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).is_file()


def fetch() -> None:
    if may_use_apt():
        apt_install(*DEBIAN_PACKAGES)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def may_use_apt() -> bool:
    """Whether this is Debian and this process may install packages."""
    return is_debian() and os.geteuid() == 0


def apt_install(*packages: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-q"], ["install", "-qy", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", *step], env=environment, stdin=subprocess.DEVNULL, check=False)  # noqa: S607


def is_debian() -> bool:
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def main() -> None:
    if find_chromium() or playwright_has_its_own():
        return
    fetch()
    if not (find_chromium() or playwright_has_its_own()):
        sys.exit(IN_WORDS)


if __name__ == "__main__":
    main()
