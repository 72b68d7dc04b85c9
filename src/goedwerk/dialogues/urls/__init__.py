"""Addresses of dialogues: `taking_part` for participants and screens, `leading` for facilitators."""

from goedwerk.dialogues.urls import leading, taking_part

app_name = "dialogues"
urlpatterns = [*taking_part.urlpatterns, *leading.urlpatterns]
