#!/usr/bin/env bash
# All tests, from a fresh clone. Installs what they need where it is missing, starts PostgreSQL and Azurite for them in
# a temporary folder, and stops both at the end. The last line is "N passed, N failed, N skipped".
#
#   tests/run.sh [long] [fast|http|browser ...]
#
#   long       adds the runs that take longer than a cup of tea
#   fast       only tests/Lrs.Tests
#   http       only tests/Lrs.Tests.Http
#   browser    only tests/Lrs.Tests.Browser
#
# Fails when a test fails; with CI=true also when one was skipped, or none was run.
# LRS_TEST_POSTGRES, LRS_TEST_AZURITE and LRS_TEST_CHROMIUM, when already set, are used instead of our own.
set -euo pipefail
cd "$(dirname "$0")/.."
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/tests

projects=()
for word in "$@"; do
  case $word in
    long) export LRS_TEST_LONG=1 ;;
    fast) projects+=(Lrs.Tests) ;;
    http) projects+=(Lrs.Tests.Http) ;;
    browser) projects+=(Lrs.Tests.Browser) ;;
    *) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
  esac
done
build=(Lrs.sln)
if [ ${#projects[@]} = 0 ]; then
  projects=(Lrs.Tests Lrs.Tests.Http Lrs.Tests.Browser)
else
  build=("${projects[@]/#/tests/}")
fi

say() { printf '== %s\n' "$*"; }

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome || true; }

has_postgres() { [ -n "${PGBIN:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }

# :: 1 programs

for program in dotnet node npm; do
  command -v $program >/dev/null || { echo "$program is missing. The tests need the .NET 10 SDK and Node.js 20 or newer." >&2; exit 3; }
done

packages=()
if [ -z "${LRS_TEST_POSTGRES:-}" ] && ! has_postgres; then
  packages+=(postgresql)
fi
if [[ " ${projects[*]} " == *" Lrs.Tests.Browser "* && -z "${LRS_TEST_CHROMIUM:-$(find_chromium)}" ]]; then
  packages+=(chromium fonts-dejavu-core)
fi
if [[ " ${projects[*]} " == *" Lrs.Tests.Http "* ]]; then # the scripts of the page Connect are run
  command -v python3 >/dev/null || packages+=(python3)
  command -v curl >/dev/null || packages+=(curl ca-certificates)
fi
if [ ${#packages[@]} != 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "These Debian packages are missing: ${packages[*]}. Install them as an administrator:" >&2
    echo "  apt-get update && apt-get install --no-install-recommends ${packages[*]}" >&2
    exit 3
  fi
  say "Installing ${packages[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi

if [ ! tests/node_modules/.package-lock.json -nt tests/package-lock.json ]; then
  say "Installing npm packages"
  npm ci --prefix tests --no-audit --no-fund --loglevel=error
  touch tests/node_modules/.package-lock.json
fi

# :: 2 services

work=$(mktemp -d "${TMPDIR:-/tmp}/lrs-tests.XXXXXX")
chmod 755 "$work"
azurite=

# shellcheck disable=SC2317 # the trap calls it
end() {
  local code=$?
  trap - EXIT
  if [ -n "$azurite" ]; then
    kill "$azurite" 2>/dev/null || true
    wait "$azurite" 2>/dev/null || true
  fi
  if [ -d "$work/postgres" ]; then
    infra/postgres.sh stop "$work/postgres" || true
  fi
  rm -rf "$work"
  exit "$code"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ -z "${LRS_TEST_POSTGRES:-}" ]; then
  say "Starting PostgreSQL"
  LRS_TEST_POSTGRES=$(infra/postgres.sh start "$work/postgres")
fi
export LRS_TEST_POSTGRES

# Azurite says which port it got when asked for any (0).
start_azurite() {
  mkdir -p "$work/azurite"
  : >"$work/azurite.txt"
  node tests/node_modules/azurite/dist/src/blob/main.js --blobHost 127.0.0.1 --blobPort 0 --location "$work/azurite" \
    --disableTelemetry --disableProductStyleUrl --skipApiVersionCheck >"$work/azurite.txt" 2>&1 &
  azurite=$!
  local port=
  for _ in $(seq 300); do
    port=$(sed -n 's/.*successfully listen.* on http:\/\/127\.0\.0\.1:\([0-9]*\).*/\1/p' "$work/azurite.txt" | head -n 1)
    [ -z "$port" ] || break
    kill -0 "$azurite" 2>/dev/null || break
    sleep 0.1
  done
  [ -n "$port" ] || { echo "Azurite did not start:" >&2; cat "$work/azurite.txt" >&2; exit 1; }
  # The account and key that every Azurite has; they are published and protect nothing.
  local key=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==
  LRS_TEST_AZURITE="DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=$key;BlobEndpoint=http://127.0.0.1:$port/devstoreaccount1;"
}
if [ -z "${LRS_TEST_AZURITE:-}" ]; then
  say "Starting Azurite"
  start_azurite
fi
export LRS_TEST_AZURITE

LRS_TEST_CHROMIUM=${LRS_TEST_CHROMIUM:-$(find_chromium)}
export LRS_TEST_CHROMIUM

# :: 3 tests

for target in "${build[@]}"; do
  say "Building $target"
  dotnet build "$target" -c Debug --nologo -v quiet
done

rm -rf "$results"
mkdir -p "$results"
code=0
for project in "${projects[@]}"; do
  say "$project"
  dotnet test "tests/$project" -c Debug --no-build --nologo --logger "trx;LogFileName=$project.trx" --results-directory "$results" || code=1
done

# :: 4 the closing line

# A skipped test counts in "total" but not in "executed"; whatever was executed and did not pass has failed.
read -r passed failed skipped < <(
  find "$results" -name '*.trx' -exec grep -oh '<Counters [^>]*>' {} + | awk '
    function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    { total += count("total"); executed += count("executed"); passed += count("passed") }
    END { print passed + 0, executed - passed, total - executed }')

if [ "$skipped" != 0 ]; then
  echo "Skipped:"
  find "$results" -name '*.trx' -exec awk '
    /<UnitTestResult / { name = /outcome="NotExecuted"/ ? named($0) : "" }
    /<Message>/ && name { reason = $0; gsub(/^ *<Message>|<\/Message>.*$/, "", reason); print "  " name ": " reason; name = "" }
    function named(line) { sub(/.* testName="/, "", line); sub(/".*/, "", line); return line }' {} +
fi
[ "$failed" = 0 ] || code=1
if [ "$code" != 0 ] && [ "$failed" = 0 ]; then
  echo "A test project ended with an error although no test failed; see above."
fi
if [ "${CI:-}" = true ] && [ "$skipped" != 0 ]; then
  echo "In CI no test may be skipped."
  code=1
fi
if [ "${CI:-}" = true ] && [ $((passed + failed)) = 0 ]; then
  echo "In CI at least one test must run."
  code=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$code"
