from django.urls import path

from goedwerk.signals import views

app_name = "signals"
urlpatterns = [
    path("dialogues/<uuid:dialogue>/signal/<uuid:step>/", views.desk, name="desk"),
    path("signals/", views.signals, name="signals"),
    path("signals/<uuid:signal>/", views.signal, name="signal"),
    path("signals/<uuid:signal>/link/", views.renew, name="renew"),
    path("answer/<str:link>/", views.answer, name="answer"),
]
