"""Tags of the templates: icons, QR codes, form controls and what is current."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from goedwerk.ui import phrases
from goedwerk.ui.qr import qr_svg

register = template.Library()

ICONS = Path(__file__).resolve().parent.parent / "icons"
CONTROL_CLASSES = {
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "select": "utrecht-select utrecht-select--html-select",
    "checkbox": "gw-check__input",
    "radio": "gw-check__input",
}
TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"


@register.simple_tag
def icon(name: str, label: str = "", size: str = "") -> SafeString:
    """Draw an icon. Without a label it is decoration: the word stands beside it."""
    looks = f"gw-icon gw-icon--{size}" if size else "gw-icon"
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" {} focusable="false">{}</svg>', looks, spoken, _strokes(name)
    )


@register.simple_tag
def qr(text: str, label: str) -> SafeString:
    return qr_svg(text, label)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """Render the control of a form field with the class of its kind."""
    own = field.field.widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"{_control_class(field)} {own}".strip()})


@register.simple_tag
def phrase(name: str) -> Any:
    """A word of `phrases.py`, by its name there."""
    return getattr(phrases, name)


@register.filter
def part(parts: Sequence[Any], place: int) -> Any:
    """The part that stands at this place; the first when there is none, and nothing when there are no parts."""
    return parts[place] if place < len(parts) else next(iter(parts), None)


@register.filter
def current(here: object, there: object) -> SafeString:
    """`aria-current` for the entry of a list that is the present one."""
    return mark_safe('aria-current="page"') if here == there else mark_safe("")


@register.filter
def letter(position: int) -> str:
    """1 is A, so that people can say "B" aloud."""
    return chr(ord("A") + position - 1)


@register.filter
def times(number: int) -> range:
    """1, 2, … up to the number, to repeat something in a template."""
    return range(1, int(number) + 1)


def _control_class(field: BoundField) -> str:
    widget = field.field.widget
    kind = getattr(widget, "input_type", None) or type(widget).__name__.lower()
    return CONTROL_CLASSES.get(kind, TEXTBOX)


@cache
def _strokes(name: str) -> SafeString:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    inner = drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
    lines = [line.strip() for line in inner.splitlines()]
    return mark_safe("".join(line for line in lines if line and 'stroke="none"' not in line))
