from django.urls import path

from goedwerk.approaches.views import editor, exchanging, shelf

app_name = "approaches"
urlpatterns = [
    path("approaches/", shelf.shelf, name="shelf"),
    path("approaches/new/", shelf.new, name="new"),
    path("approaches/copy/", shelf.copy, name="copy"),
    path("approaches/import/", exchanging.take_in, name="import"),
    path("approaches/check/", exchanging.check, name="check"),
    path("approaches/<uuid:key>/", editor.editor, name="editor"),
    path("approaches/<uuid:key>/change/", editor.change, name="change"),
    path("approaches/<uuid:key>/about/", editor.about, name="about"),
    path("approaches/<uuid:key>/steps/<slug:step>/", editor.step, name="step"),
    path("approaches/<uuid:key>/keep/", editor.keep, name="keep"),
    path("approaches/<uuid:key>/versions/", editor.versions, name="versions"),
    path("approaches/<uuid:key>/versions/<int:number>/restore/", editor.restore_version, name="restore-version"),
    path("approaches/<uuid:key>/yaml/", exchanging.yaml, name="yaml"),
    path("approaches/<uuid:key>/file/", exchanging.as_file, name="file"),
    path("approaches/<uuid:key>/pack/", exchanging.as_pack, name="pack"),
    path("approaches/<uuid:key>/retire/", shelf.retire, name="retire"),
    path("approaches/<uuid:key>/take-back/", shelf.take_back, name="take-back"),
    path("approaches/<uuid:key>/delete/", shelf.delete, name="delete"),
]
