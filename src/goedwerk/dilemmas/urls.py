app_name = "dilemmas"
urlpatterns = []
