from django.urls import path

from goedwerk.dilemmas import views

app_name = "dilemmas"
urlpatterns = [
    path("dilemmas/", views.library, name="library"),
    path("dilemmas/<slug:key>/", views.dilemma, name="dilemma"),
]
