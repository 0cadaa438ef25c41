#!/bin/bash
# Does the server in this container live? The image has no curl, so the shell asks itself.
#   lrs-health [path] [port]
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${2:-8080}"
printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:8080\r\n\r\n' "${1:-/health/live}" >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
