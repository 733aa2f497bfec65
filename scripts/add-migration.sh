#!/bin/sh
# Adds a migration to both sets: scripts/add-migration.sh NAME
set -eu
[ $# -eq 1 ] || { echo "usage: scripts/add-migration.sh NAME" >&2; exit 2; }
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
dotnet build src/ITScoring.Data --nologo -v q
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$1" --no-build --project src/ITScoring.Data --context "${provider}AppDbContext" \
    --output-dir "Migrations/$provider"
done
