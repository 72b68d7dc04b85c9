from django.urls import path

from goedwerk.dialogues.views import bringing, entry, follow, front, inviting, own, screen, steps

urlpatterns = [
    path("", front.front, name="front"),
    path("leave/", front.leave_quickly, name="leave-quickly"),
    path("join/", entry.join_by_code, name="join"),
    path("d/<str:code>/", steps.now, name="now"),
    path("d/<str:code>/take-part/", entry.take_part, name="take-part"),
    path("d/<str:code>/listen/", entry.listen, name="listen"),
    path("d/<str:code>/return/", entry.come_back, name="come-back"),
    path("d/<str:code>/tablet/", entry.shared_tablet, name="tablet"),
    path("d/<str:code>/pass-on/", entry.pass_on, name="pass-on"),
    path("d/<str:code>/step/<uuid:step>/", steps.step, name="step"),
    path("d/<str:code>/diary/", inviting.diary_file, name="diary"),
    path("d/<str:code>/diary/next/", inviting.diary_next, name="diary-next"),
    path("d/<str:code>/help/", own.doors, name="doors"),
    path("d/<str:code>/kept/", own.what_we_keep, name="kept"),
    path("d/<str:code>/mine/", own.mine, name="own"),
    path("d/<str:code>/mine/take-along/", own.take_along, name="take-along"),
    path("d/<str:code>/mine/stop/", own.stop, name="stop"),
    path("d/<str:code>/follow-up/", own.follow_up, name="follow-up"),
    path("d/<str:code>/case/", bringing.own_case, name="case"),
    path("d/<str:code>/screen/", screen.screen, name="screen"),
    path("d/<str:code>/events/", follow.events, name="events"),
    path("d/<str:code>/version/", follow.version, name="version"),
]
