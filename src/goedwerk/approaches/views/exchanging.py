"""The same approach as YAML: written with live checks, taken in from a file, taken out as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from goedwerk.approaches import actions, drafting, exchange, problems
from goedwerk.approaches.forms.exchange import ImportForm, YamlForm
from goedwerk.approaches.models import ApproachVersion, OwnApproach
from goedwerk.approaches.problems import YamlProblem
from goedwerk.approaches.views.finding import own_of
from goedwerk.content.single import LONGEST
from goedwerk.content.writer import as_yaml
from goedwerk.organisations.permissions import hosts_only, writers_only


@dataclass(frozen=True)
class Checked:
    """What was found in a text; without problems it can be kept."""

    problems: Sequence[YamlProblem]
    is_checked: bool = True

    @property
    def first(self) -> Sequence[YamlProblem]:
        return self.problems[:20]

    @property
    def number(self) -> int:
        return len(self.problems)


NOTHING_CHECKED = Checked((), is_checked=False)


@dataclass(frozen=True)
class YamlPage:
    own: OwnApproach
    form: YamlForm
    checked: Checked = NOTHING_CHECKED


@writers_only
@require_http_methods(["GET", "POST"])
def yaml(request: HttpRequest, key) -> HttpResponse:
    own = own_of(request, key)
    if request.method == "GET":
        form = YamlForm(initial={"yaml": as_yaml(own.draft), "seen": drafting.digest_of(own.draft)})
        return render(request, "approaches/yaml.html", {"page": YamlPage(own, form)})
    form = YamlForm(request.POST)
    draft, wrong = problems.read(form.cleaned_data["yaml"]) if form.is_valid() else (None, ())
    if draft is None:
        return render(request, "approaches/yaml.html", {"page": YamlPage(own, form, Checked(wrong))}, status=422)
    if form.cleaned_data["seen"] not in ("", drafting.digest_of(own.draft)):
        return changed_meanwhile(request, own, form)
    actions.keep_draft(own=own, draft=drafting.settled(draft), removed=None)
    messages.success(request, _("Kept."))
    return redirect("approaches:editor", own.pk)


def changed_meanwhile(request: HttpRequest, own: OwnApproach, form: YamlForm) -> HttpResponse:
    """Somebody changed the draft since: what was typed is still there, and is kept when it is sent once more."""
    messages.warning(
        request,
        _(
            "This approach was changed meanwhile, here or by somebody else. Your text is still below. "
            "Save once more to put it in the place of that."
        ),
    )
    again = YamlForm(initial={"yaml": form.cleaned_data["yaml"], "seen": drafting.digest_of(own.draft)})
    return render(request, "approaches/yaml.html", {"page": YamlPage(own, again)}, status=409)


@writers_only
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """What is wrong in a text, while it is being written. Nothing is kept."""
    _draft, wrong = problems.read(request.POST.get("yaml", "")[: LONGEST + 1])
    return render(request, "approaches/_checked.html", {"checked": Checked(wrong)})


@dataclass(frozen=True)
class ImportPage:
    form: ImportForm
    checked: Checked = NOTHING_CHECKED


@writers_only
@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    if request.method == "GET":
        return render(request, "approaches/import.html", {"page": ImportPage(ImportForm())})
    form = ImportForm(request.POST, request.FILES)
    found, wrong = found_in(form) if form.is_valid() else ([], [])
    if not found:
        if form.is_valid() and not wrong:
            form.add_error(None, _("There is no approach in this pack."))
        return render(request, "approaches/import.html", {"page": ImportPage(form, Checked(wrong))}, status=422)
    taken = actions.take_in(organisation=request.organisation, user=request.user, documents=found)
    return lead_to(request, taken)


def found_in(form: ImportForm) -> tuple[list[drafting.Draft], list[YamlProblem]]:
    file = form.cleaned_data["file"]
    return exchange.read_upload(file.read()) if file else exchange.read_text(form.cleaned_data["yaml"])


def lead_to(request: HttpRequest, taken: list[OwnApproach]) -> HttpResponse:
    words = ngettext("%d approach is taken in, as a draft.", "%d approaches are taken in, as drafts.", len(taken))
    messages.success(request, words % len(taken))
    return redirect("approaches:editor", taken[0].pk) if len(taken) == 1 else redirect("approaches:shelf")


# Taking it along


@hosts_only
@require_GET
def as_file(request: HttpRequest, key) -> HttpResponse:
    """The draft as YAML; a version that was kept, when its number is asked."""
    own = own_of(request, key)
    document = version_asked(request, own).document if "version" in request.GET else own.draft
    return download(as_yaml(document), "application/yaml", f"{document['id']}-{document['version']}.yaml")


@hosts_only
@require_GET
def as_pack(request: HttpRequest, key) -> HttpResponse:
    """A kept version as a pack, for another installation."""
    own = own_of(request, key)
    version = version_asked(request, own)
    name = f"{version.document['id']}-{version.version}.zip"
    return download(exchange.as_pack(own, version), "application/zip", name)


def version_asked(request: HttpRequest, own: OwnApproach) -> ApproachVersion:
    number = request.GET.get("version", "")
    kept = [version for version in own.versions.all() if number in ("", str(version.number))]
    if not kept:
        raise Http404(number)
    return kept[0]


def download(content: str | bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
