"""How every form of the platform is drawn, and what the label of a choice can hold."""

from dataclasses import dataclass

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    form_template_name = "ui/form/form.html"
    field_template_name = "ui/form/field.html"


@dataclass(frozen=True)
class Card:
    """The label of a choice that is drawn as a card: `choices=[("b", Card("Grant it", letter="B"))]`."""

    label: str
    hint: str = ""
    letter: str = ""

    def __str__(self) -> str:
        return str(self.label)
