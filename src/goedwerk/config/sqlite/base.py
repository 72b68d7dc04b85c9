"""SQLite without a trace of order: tables with a random key get no hidden row number."""

from django.db import models
from django.db.backends.sqlite3 import base, schema


class DatabaseSchemaEditor(schema.DatabaseSchemaEditor):
    def table_sql(self, model):
        # A rowid counts up, and would tell in which order people answered.
        sql, params = super().table_sql(model)
        if isinstance(model._meta.pk, models.UUIDField):
            sql += " WITHOUT ROWID"
        return sql, params


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = DatabaseSchemaEditor
