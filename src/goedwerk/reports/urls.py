from django.urls import path

from goedwerk.reports import views

app_name = "reports"
urlpatterns = [
    path("dialogues/<uuid:dialogue>/report/", views.report, name="report"),
    path("dialogues/<uuid:dialogue>/report/strike/<uuid:passage>/", views.strike, name="strike"),
    path("d/<str:code>/report/", views.shared, name="shared"),
    path("privacy/", views.privacy, name="privacy"),
]
