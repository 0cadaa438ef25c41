#!/usr/bin/env bash
# A PostgreSQL server for tests and development: on the loopback only, no passwords, and no waiting for the disk,
# so it forgets everything when the machine stops. Never for real data.
#
#   infra/postgres.sh start DIR [durable]   makes a cluster in DIR (or starts the one that is there, on the port it had) and prints its
#                                           connection string; durable: it waits for the disk, as a real one does
#   infra/postgres.sh stop DIR              stops it; the cluster stays in DIR
#   infra/postgres.sh crash DIR             kills it, all its processes at once, as a power cut would
#
# Needs the programs of Debian's package postgresql; PGBIN names their folder when it is an unusual one.
set -euo pipefail

usage() {
  echo "usage: $0 start|stop|crash DIR [durable]" >&2
  exit 2
}

[ $# = 2 ] || [ "$*" = "start $2 durable" ] || usage
word=$1
haste="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
[ $# = 2 ] || haste="-c fsync=on -c synchronous_commit=on -c full_page_writes=on"
mkdir -p "$2"
dir=$(cd "$2" && pwd)

newest=$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort -V | tail -n 1)
bin=${PGBIN:-${newest:+$newest/bin}}
bin=${bin:-$(dirname "$(command -v initdb || echo none/initdb)")}
if [ ! -x "$bin/initdb" ]; then
  echo "PostgreSQL is not installed (no initdb in $bin). Install Debian's package postgresql, or set PGBIN." >&2
  exit 3
fi

# PostgreSQL refuses to run as root; Debian's package makes the user postgres.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

# Below the range from which the system takes ports for outgoing connections, so that none of those can be in the way.
some_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); do
    (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null || break
  done
  echo "$port"
}

run_on() {
  as_postgres "$bin/pg_ctl" -D "$dir/data" -l "$dir/log.txt" -w -t 60 -s start -o \
    "-p $1 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 $haste"
}

start() {
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$dir"
  fi
  if [ ! -f "$dir/data/PG_VERSION" ]; then
    as_postgres "$bin/initdb" -D "$dir/data" -U lrs --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.txt" 2>&1 ||
      { cat "$dir/initdb.txt" >&2; exit 1; }
  fi
  if ! as_postgres "$bin/pg_ctl" -D "$dir/data" status >/dev/null; then
    for attempt in 1 2 3 4 5; do
      port=$(cat "$dir/port" 2>/dev/null || some_port)
      run_on "$port" && break
      [ "$attempt" -lt 5 ] || { tail -n 20 "$dir/log.txt" >&2; exit 1; }
      # Not the port's fault when the cluster had it before: processes of a killed server may not be gone yet.
      sleep 0.5
    done
    echo "$port" >"$dir/port"
  fi
  # The fourth line of the server's own note is its port.
  port=$(sed -n 4p "$dir/data/postmaster.pid")
  echo "Host=127.0.0.1;Port=$port;Username=lrs;Database=postgres"
}

stop() {
  if as_postgres "$bin/pg_ctl" -D "$dir/data" status >/dev/null 2>&1; then
    as_postgres "$bin/pg_ctl" -D "$dir/data" -m fast -w -s stop
  fi
}

# The postmaster first, or it would start anew what its children leave.
crash() {
  local postmaster children
  postmaster=$(head -n 1 "$dir/data/postmaster.pid" 2>/dev/null) || return 0
  children=$(pgrep -P "$postmaster" || true)
  # shellcheck disable=SC2086 # a list of numbers
  kill -KILL "$postmaster" $children 2>/dev/null || true
  # shellcheck disable=SC2086 # a list of numbers
  for process in "$postmaster" $children; do
    for _ in $(seq 100); do
      kill -0 "$process" 2>/dev/null || break
      sleep 0.05
    done
  done
}

case $word in
  start) start ;;
  stop) stop ;;
  crash) crash ;;
  *) usage ;;
esac
