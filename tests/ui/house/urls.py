"""Pages on which the elements are tried in a browser, and the policy under which they must work."""

import time

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import include, path

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
state = {"version": 1, "people": 1, "sent": 0}


def strict_policy(get_response):
    def answer(request):
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY
        return response

    return answer


def step(request):
    follow = {"events": "/events/", "version": "/version/", "current": state["version"]}
    context = {
        "follow": follow,
        "room": "own",
        "people": state["people"],
        "links": {"leave": "/blank/", "leave_to": "/blank/"},
    }
    return render(request, "house/step.html", context)


def version(request):
    return HttpResponse(str(state["version"]), content_type="text/plain")


def events(request):
    """Says the present state and closes; the browser then asks again."""
    body = f"retry: 200\nevent: version\ndata: {state['version']}\n\nevent: people\ndata: {state['people']}\n\n"
    return HttpResponse(body, content_type="text/event-stream")


def move(request):
    state["version"] += 1
    state["people"] += 1
    return JsonResponse(state)


def smooth(request):
    """A form that htmx sends; the answer is the whole next page."""
    return render(request, "house/smooth.html")


def sent(request):
    """Takes its time, so that a second press finds the first one under way."""
    if request.method == "POST":
        state["sent"] += 1
        time.sleep(0.4)
    return render(request, "house/kept.html")


def told(request):
    return JsonResponse(state)


def blank(request):
    return HttpResponse("<!doctype html><title>Weather</title><p>It rains.", content_type="text/html")


urlpatterns = [
    path("", include("goedwerk.ui.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("step/", step),
    path("version/", version),
    path("events/", events),
    path("move/", move),
    path("sent/", sent),
    path("smooth/", smooth),
    path("told/", told),
    path("blank/", blank),
]
