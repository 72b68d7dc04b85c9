from django.urls import path

from goedwerk.ui import views

app_name = "ui"
urlpatterns = [
    path("ui/", views.style_page, name="style-page"),
    path("ui/<slug:sheet>/", views.style_sheet, name="style-sheet"),
]
