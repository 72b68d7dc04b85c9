"""Who may see a page of an organisation."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse


def hosts_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages of organisers: asks to sign in, and sets `request.organisation` for every query."""

    @login_required
    @wraps(view)
    def for_hosts(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        membership = getattr(request.user, "membership", None)
        if membership is None:
            raise PermissionDenied
        request.organisation = membership.organisation
        return view(request, *args, **kwargs)

    return for_hosts


def writers_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages on which approaches are written. Others who lead can read and use them."""

    @hosts_only
    @wraps(view)
    def for_writers(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.membership.may_write:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return for_writers
