from django.urls import path

from goedwerk.organisations import views

app_name = "organisations"
urlpatterns = [
    path("organisation/", views.organisation, name="organisation"),
    path("organisation/invite/", views.invite, name="invite"),
    path("organisation/colleagues/<uuid:key>/link/", views.colleague_link, name="colleague-link"),
    path("organisation/colleagues/<uuid:key>/role/", views.role, name="role"),
    path("organisation/log/", views.log, name="log"),
]
