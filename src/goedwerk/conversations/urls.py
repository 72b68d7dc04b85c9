from django.urls import path

from goedwerk.conversations.views import listing, moderating, voting

app_name = "conversations"
urlpatterns = [
    path("d/<str:code>/step/<uuid:step>/vote/", voting.vote, name="vote"),
    path("d/<str:code>/step/<uuid:step>/votes/", listing.votes, name="votes"),
    path("dialogues/<uuid:dialogue>/statements/<uuid:step>/", moderating.statements, name="statements"),
]
