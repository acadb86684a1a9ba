"""The pictures of the page that README.md shows, taken anew: python docs/screenshots.py (Debian's Chromium)."""

from __future__ import annotations

import tempfile
from base64 import b64decode
from pathlib import Path
from shutil import which

from selenium import webdriver

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "reports" / "kennebunkport.html"
PICTURES = {"report-light.png": ("light", ""), "report-dark.png": ("dark", "#p5")}
"""By file: the colours, and the anchor at the top."""


def main() -> None:
    options = webdriver.ChromeOptions()
    options.binary_location = which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as profile:
        for flag in (
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={profile}",
        ):
            options.add_argument(flag)
        driver = webdriver.Chrome(options, webdriver.ChromeService(which("chromedriver") or "chromedriver"))
        try:
            for name, (colours, anchor) in PICTURES.items():
                take(driver, name, colours, anchor)
        finally:
            driver.quit()


def take(driver: webdriver.Chrome, name: str, colours: str, anchor: str) -> None:
    """Write one picture."""
    screen = {"width": 1200, "height": 780, "deviceScaleFactor": 1, "mobile": False}
    scheme = [{"name": "prefers-color-scheme", "value": colours}]
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    driver.get("about:blank")
    driver.get(PAGE.as_uri() + anchor)
    picture = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
    (ROOT / "docs" / name).write_bytes(b64decode(picture))


if __name__ == "__main__":
    main()
