from django import forms
from django.template import Context, Template

from goedwerk.ui.forms import Card


class Story(forms.Form):
    title = forms.CharField(label="Title", help_text="Without names.")
    text = forms.CharField(label="Text", widget=forms.Textarea, required=False)
    where = forms.ChoiceField(label="Where", choices=[("a", "Here")], required=False)
    choice = forms.ChoiceField(
        label="Choice",
        help_text="Choose one.",
        widget=forms.RadioSelect,
        choices=[("b", Card("Grant it", hint="Write down why.", letter="B")), ("unknown", "I don't know yet")],
    )
    values = forms.MultipleChoiceField(
        label="Values", widget=forms.CheckboxSelectMultiple, choices=[("x", Card("Openness"))], required=False
    )
    agree = forms.BooleanField(label="I join")
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


def html_of(form: forms.Form, part: str = "{{ form }}") -> str:
    return Template(part).render(Context({"form": form}))


def test_a_control_is_tied_to_its_label_and_hint():
    html = html_of(Story(), "{{ form.title.as_field_group }}")

    assert '<label class="utrecht-form-label gw-label" for="id_title">Title</label>' in html
    assert 'id="id_title_helptext">Without names.' in html
    assert 'aria-describedby="id_title_helptext"' in html


def test_an_error_is_tied_to_its_control():
    html = html_of(Story({}), "{{ form.title.as_field_group }}")

    assert 'id="id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert set(html.split('aria-describedby="')[1].split('"')[0].split()) == {"id_title_error", "id_title_helptext"}


def test_radios_become_cards_with_letter_and_hint():
    html = html_of(Story(), "{{ form.choice.as_field_group }}")

    assert "<fieldset" in html
    assert '<legend class="gw-legend">Choice</legend>' in html
    assert 'aria-describedby="id_choice_helptext"' in html
    assert html.count('type="radio"') == 2
    assert '<span class="gw-choice__mark" aria-hidden="true">B</span>' in html
    assert "<small>Write down why.</small>" in html


def test_a_chosen_card_stays_chosen():
    html = html_of(Story({"choice": "b"}), "{{ form.choice.as_field_group }}")

    assert html.count(" checked") == 1
    assert html.index('value="b"') < html.index(" checked") < html.index('value="unknown"')


def test_checkboxes_become_cards():
    assert 'type="checkbox"' in html_of(Story(), "{{ form.values.as_field_group }}")


def test_each_control_wears_the_class_of_its_kind():
    html = html_of(Story())

    assert (
        'name="title" class="utrecht-textbox' in html or 'class="utrecht-textbox utrecht-textbox--html-input"' in html
    )
    assert "utrecht-textarea" in html
    assert "utrecht-select" in html


def test_hidden_fields_are_not_lost():
    assert html_of(Story()).count('type="hidden"') == 1


def test_what_is_wrong_with_the_whole_form_is_told_as_an_alert():
    form = Story({})
    form.add_error(None, "This step is closed.")

    html = html_of(form)

    assert "utrecht-alert--error" in html
    assert "This step is closed." in html
