"""A toy: everybody shows a colour. It uses what any kind may use, and nothing outside its own folder knows it."""

from dataclasses import dataclass

from django import forms

from goedwerk.approaches import step_kind
from goedwerk.approaches.step_kind import PassageDraft, Reader
from goedwerk.dialogues.models import TextResponse
from goedwerk.dialogues.pictures import Option, Question, of_question
from goedwerk.dialogues.recorded import RecordedKind
from goedwerk_analysis.counts import ChoiceCounts

COLOURS = [("stop", "Stop"), ("wait", "Wait"), ("go", "Go")]


@dataclass(frozen=True)
class Params(step_kind.Params):
    reason: bool = False


class ColourForm(forms.Form):
    colour = forms.ChoiceField(choices=COLOURS, widget=forms.RadioSelect)
    reason = forms.CharField(required=False, max_length=80)


class TrafficLight(RecordedKind):
    key = "traffic_light"
    label = "Show a colour"
    icon = "hand-stop"
    Params = Params
    Record = TextResponse

    def reader(self, step):
        return Reader.PICTURE

    def text_reader(self, step):
        return Reader.GROUP

    def form(self, step, data=None, answer=None):
        return ColourForm(data, initial=answer)

    def fields_of(self, step, form):
        return {"lines": form.cleaned_data}

    def answer_of(self, record):
        return record.lines

    def own_words(self, step, answer):
        return [("Colour", dict(COLOURS)[answer["colour"]])]

    def summarise(self, step, answers):
        shown = [answer["colour"] for answer in answers if answer]
        return {"colour": ChoiceCounts.of([key for key, _label in COLOURS], shown, people=len(answers))}

    def pictures(self, step, released, **earlier):
        options = [Option(key, "", label) for key, label in COLOURS]
        return of_question(Question(step.title, options), released["colour"])

    def passages(self, step, answers):
        return [PassageDraft("", (("", answer["reason"]),)) for answer in answers if answer and answer["reason"]]

    def simulate(self, step, random):
        return {"colour": random.choice(COLOURS)[0], "reason": ""}


KIND = TrafficLight()
