"""Every address of the platform, room by room."""

from django.urls import include, path

from goedwerk.config import health

urlpatterns = [
    path("", include("goedwerk.dialogues.urls")),
    path("", include("goedwerk.conversations.urls")),
    path("", include("goedwerk.dilemmas.urls")),
    path("", include("goedwerk.signals.urls")),
    path("", include("goedwerk.reports.urls")),
    path("", include("goedwerk.approaches.urls")),
    path("", include("goedwerk.organisations.urls")),
    path("", include("goedwerk.accounts.urls")),
    path("", include("goedwerk.ui.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("_healthz/livez/", health.livez),
    path("_healthz/readyz/", health.readyz),
    path(".well-known/security.txt", health.security_txt),
]
handler400 = "goedwerk.ui.views.bad_request"
handler403 = "goedwerk.ui.views.forbidden"
handler404 = "goedwerk.ui.views.not_found"
handler500 = "goedwerk.ui.views.server_error"
