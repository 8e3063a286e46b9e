"""Figures with Chinese and English labels, and the mark of made-up data."""

import matplotlib.pyplot as plt
from matplotlib import font_manager

_FONTS = ("Noto Sans CJK", "Source Han Sans", "WenQuanYi", "Microsoft YaHei", "PingFang", "SimHei", "Noto Serif CJK")
_FOUND = next(
    (font.name for start in _FONTS for font in font_manager.fontManager.ttflist if font.name.startswith(start)), None
)
SYNTHETIC = "#b45309"
REAL = "#1d4ed8"

plt.rcParams["axes.unicode_minus"] = False
plt.rcParams["figure.dpi"] = 110
plt.rcParams["figure.constrained_layout.use"] = True
if _FOUND:
    plt.rcParams["font.family"] = [_FOUND, "DejaVu Sans"]


def label(chinese: str, english: str) -> str:
    """Both languages, or English alone where the machine has no Chinese font."""
    return f"{chinese} {english}" if _FOUND else english


def name(chinese: str | None, english: str | None) -> str:
    """The Chinese name where it can be shown, else the English one."""
    return (chinese if _FOUND else english) or english or chinese or ""


def axes(chinese: str, english: str, x: tuple[str, str], y: tuple[str, str], *, synthetic: bool, size=(8.5, 4.2)):
    """Axes with title and labels, each (Chinese, English); made-up data are marked in the title."""
    _, drawn = plt.subplots(figsize=size)
    mark = label("【合成数据】", "[synthetic data]") + "\n" if synthetic else ""
    drawn.set_title(mark + label(chinese, english), color=SYNTHETIC if synthetic else "black")
    drawn.set_xlabel(label(*x))
    drawn.set_ylabel(label(*y))
    drawn.grid(alpha=0.3)
    return drawn
