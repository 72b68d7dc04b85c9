"""What the kinds of step bring along for the page around them."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from goedwerk.approaches import registry

register = template.Library()


@register.simple_tag
def kind_modules() -> SafeString:
    """The scripts of all kinds: steps change without a new page, so each has to be there from the start."""
    modules = sorted({module for kind in registry.all_kinds() for module in kind.modules})
    return format_html_join("\n", '<script type="module" src="{}"></script>', ((static(name),) for name in modules))
