"""What words say of how an application stands: a status, a sentence of a note, the statuses of a sheet together."""
