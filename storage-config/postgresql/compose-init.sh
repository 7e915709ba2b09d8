#!/bin/sh
# Run once by the image of ../compose.yaml, on an empty data folder.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v owner_password="$DB_OWNER_PASSWORD" -v app_password="$DB_PASSWORD" -f /sohoa/roles.sql
