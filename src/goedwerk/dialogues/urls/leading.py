from django.urls import path

from goedwerk.dialogues.views import console, inviting, lists, mine, previewing, printing, rehearsing, rounds, starting

urlpatterns = [
    path("dialogues/", mine.mine, name="mine"),
    path("dialogues/start/", starting.start, name="start"),
    path("dialogues/start/<slug:approach>/", starting.prepare, name="prepare"),
    path("dialogues/<uuid:dialogue>/", mine.dialogue, name="dialogue"),
    path("organisation/lists/", lists.lists, name="lists"),
    path("organisation/lists/new/", lists.new_list, name="new-list"),
    path("organisation/lists/<slug:key>/", lists.one_list, name="list"),
    path("dialogues/<uuid:dialogue>/invite/", inviting.invite, name="invite"),
    path("dialogues/<uuid:dialogue>/next/", rounds.next_round, name="next-round"),
    path("dialogues/<uuid:dialogue>/next/day/", rounds.next_day, name="next-day"),
    path("dialogues/<uuid:dialogue>/delete/", mine.delete, name="delete"),
    path("dialogues/<uuid:dialogue>/console/", console.console, name="console"),
    path("dialogues/<uuid:dialogue>/console/readiness/", console.readiness, name="readiness"),
    path("dialogues/<uuid:dialogue>/act/<slug:act>/", console.act, name="act"),
    path("dialogues/<uuid:dialogue>/texts/<uuid:step>/", console.texts, name="texts"),
    path("dialogues/<uuid:dialogue>/rehearse/", rehearsing.rehearse, name="rehearse"),
    path("dialogues/<uuid:dialogue>/script/", printing.script, name="script"),
    path("dialogues/<uuid:dialogue>/cards/", printing.cards, name="cards"),
    path("approaches/<uuid:approach>/preview/<slug:step>/", previewing.preview, name="approach-preview"),
    path("approaches/<uuid:approach>/script/", previewing.script, name="approach-script"),
    path("approaches/<uuid:approach>/cards/", previewing.cards, name="approach-cards"),
]
