#!/usr/bin/env bash
# The restore drill in one command: takes the newest backup below a folder, checks it, restores it into a place of its own, brings it up beside the real site, and
# compares the list of published results with the real site's. Changes nothing of the real installation.
#   deploy/restore-drill.sh /var/backups/itscoring [https://address.of.the.portal]
set -euo pipefail
backups=$1 real=${2:-}
program=${ITSCORING_PROGRAM:-/opt/itscoring/ITScoring.Web.dll}
port=${ITSCORING_DRILL_PORT:-5099}
newest=$(find "$backups" -mindepth 1 -maxdepth 1 -type d ! -name '*.tmp' -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2-)
[ -n "$newest" ] || { echo "No backup below $backups." >&2; exit 2; }
place=$(mktemp -d) site=
trap '[ -z "$site" ] || kill "$site" 2>/dev/null || true; wait; rm -rf "$place"' EXIT
export ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS=http://127.0.0.1:$port Database__Provider=Sqlite
export ConnectionStrings__Default="Data Source=$place/itscoring.db" Files__Folder=$place/files Logs__Folder=$place/logs Maintenance__File=$place/maintenance
export Demo__Enabled=false Jobs__Enabled=false Mail__Enabled=false Drain__Seconds=0
cd "$(dirname "$program")"

echo "== $newest"
dotnet "$program" verify-backup "$newest"
dotnet "$program" restore --from "$newest"
dotnet "$program" migrate
dotnet "$program" >"$place/out.txt" 2>&1 & site=$!
for _ in $(seq 60); do
  curl -fsS "http://127.0.0.1:$port/health/ready" >/dev/null 2>&1 && break
  kill -0 "$site" 2>/dev/null || { cat "$place/out.txt" >&2; exit 1; }
  sleep 1
done
curl -fsS "http://127.0.0.1:$port/health/ready" >/dev/null
restored=$(curl -fsS "http://127.0.0.1:$port/api/v1/periods" | sed -E 's#https?://[^/"]+##g')
if [ -n "$real" ]; then
  [ "$restored" = "$(curl -fsS "$real/api/v1/periods" | sed -E 's#https?://[^/"]+##g')" ] || { echo "The published periods of the restored site are not those of $real." >&2; exit 1; }
fi
echo "== The restored site is ready and answers: ${restored:0:200}"
