"""Contrast of the shipped colours, as WCAG 2.2 computes it."""

import re
from pathlib import Path

import pytest

import goedwerk.ui

TOKENS = (Path(goedwerk.ui.__file__).parent / "css/tokens.css").read_text(encoding="utf-8")
DECLARED = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", TOKENS))

TEXT = [
    ("--gw-ink", "--gw-white"),
    ("--gw-ink", "--gw-paper"),
    ("--gw-ink", "--gw-group"),
    ("--gw-ink", "--gw-wash"),
    ("--gw-ink", "--gw-warn-bg"),
    ("--gw-ink", "--gw-soft"),
    ("--gw-ink-soft", "--gw-white"),
    ("--gw-ink-soft", "--gw-paper"),
    ("--gw-ink-soft", "--gw-group"),
    ("--gw-ink-soft", "--gw-wash"),
    ("--gw-action", "--gw-white"),
    ("--gw-action", "--gw-paper"),
    ("--gw-action", "--gw-group"),
    ("--gw-action", "--gw-soft"),
    ("--gw-white", "--gw-action"),
    ("--gw-white", "--gw-away"),
    ("--gw-on-deep", "--gw-away"),
    ("--gw-soft-ink", "--gw-soft"),
    ("--gw-own", "--gw-paper"),
    ("--gw-own", "--gw-white"),
    ("--gw-own-ink", "--gw-own-bg"),
    ("--gw-wrong", "--gw-white"),
    ("--gw-wrong", "--gw-paper"),
]
MARKS = [
    ("--gw-edge", "--gw-white"),
    ("--gw-edge", "--gw-paper"),
    ("--gw-edge", "--gw-group"),
    ("--gw-series-1", "--gw-white"),
    ("--gw-series-2", "--gw-white"),
    ("--gw-series-3", "--gw-white"),
    ("--gw-series-1", "--gw-series-light"),
    ("--gw-hatch", "--gw-white"),
    ("--gw-hatch", "--gw-empty"),
    ("--gw-series-1", "--gw-empty"),
    ("--gw-focus-dark", "--gw-white"),
    ("--gw-focus-dark", "--gw-paper"),
    ("--gw-focus-light", "--gw-away"),
    ("--gw-focus-light", "--gw-action"),
]


@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_read(front, back):
    assert contrast(colour(front), colour(back)) >= 4.5


@pytest.mark.parametrize(("front", "back"), MARKS)
def test_marks_borders_and_focus_can_be_seen(front, back):
    assert contrast(colour(front), colour(back)) >= 3


def test_the_computation_agrees_with_known_numbers():
    """Black on white is 21; #767676 on white is the well-known 4.54."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def colour(name: str) -> str:
    value = DECLARED[name]
    pointed = re.fullmatch(r"var\((--[\w-]+)\)", value)
    if pointed:
        return colour(pointed[1])
    digits = value.removeprefix("#")
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def luminance(hexadecimal: str) -> float:
    red, green, blue = (linear(int(hexadecimal[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
