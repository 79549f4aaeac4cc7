"""The schemas this program ever wrote, as Alembic revisions; run by `app.storage.migrating` alone."""
