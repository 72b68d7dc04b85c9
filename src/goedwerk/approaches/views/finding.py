"""What every page of an own approach needs: the approach itself, of this organisation."""

from uuid import UUID

from django.http import Http404, HttpRequest

from goedwerk.approaches import queries
from goedwerk.approaches.models import OwnApproach


def own_of(request: HttpRequest, key: UUID) -> OwnApproach:
    found = queries.own_approach(request.organisation, key)
    if found is None:
        raise Http404(key)
    return found
