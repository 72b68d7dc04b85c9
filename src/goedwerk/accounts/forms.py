from django import forms
from django.utils.translation import gettext_lazy as _

from goedwerk.accounts.models import User


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name"]
        labels = {"name": _("Your name")}
        help_texts = {"name": _("Colleagues who organise with you see this name. Participants do not.")}


class ColleagueForm(forms.Form):
    name = forms.CharField(max_length=80, label=_("Name of your colleague"))

    def clean_name(self) -> str:
        name = self.cleaned_data["name"].strip()
        if User.objects.filter(name=name).exists():
            raise forms.ValidationError(_("Somebody with this name is here already. Add a letter or a surname."))
        return name
