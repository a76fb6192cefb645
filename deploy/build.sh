# Sourced by the scripts beside it, after jdk.sh. Builds what is missing or older than its sources. Wants $root.

services="control-service scanner-service trader-service risk-service ledger-service"
everything="deploy/local deploy/simulator $services"

artifact() {
  case "$1" in
    deploy/local) echo "$root/deploy/local/target/firstfill-local.jar" ;;
    deploy/simulator) ls "$root"/deploy/simulator/target/firstfill-simulator-*.jar 2>/dev/null | head -n 1 ;;
    *) echo "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

# Everything whose change asks for a new build of a module: its own sources and the shared modules'.
sources() {
  local path
  for path in "$root/$1/src/main" "$root/$1/pom.xml" "$root/pom.xml" "$root"/common/*/src/main "$root"/common/*/pom.xml; do
    [ -e "$path" ] && echo "$path"
  done
}

is_stale() {
  local built
  built=$(artifact "$1")
  [ -n "$built" ] && [ -e "$built" ] || return 0
  [ -n "$(sources "$1" | xargs -I{} find {} -type d -name node_modules -prune -o -type f -newer "$built" -print 2>/dev/null | head -n 1)" ]
}

# Takes the modules to look at; ends the script when their build fails.
build_stale() {
  local module stale="" log built
  for module in "$@"; do
    if is_stale "$module"; then
      stale="${stale:+$stale,}$module"
    fi
  done
  [ -n "$stale" ] || return 0
  log=$(mktemp "${TMPDIR:-/tmp}/firstfill-build.XXXXXX")
  printf 'Building %s ... ' "$(echo "$stale" | tr ',' ' ')"
  if ! (cd "$root" && ./mvnw -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$stale" -am package) >"$log" 2>&1; then
    echo "failed."
    tail -n 40 "$log" >&2
    echo "The build failed; the whole log is in $log." >&2
    exit 1
  fi
  # An artifact that Maven found up to date still counts as newer than its sources from now on.
  for module in $(echo "$stale" | tr ',' ' '); do
    built=$(artifact "$module")
    if [ -e "$built" ]; then touch "$built"; fi
  done
  rm -f "$log"
  echo "done."
}

# Takes JVM flags, the main class and its arguments; replaces this process.
run_local() {
  exec "$JAVA_HOME/bin/java" \
    -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dfirstfill.project="$root" \
    -cp "$root/deploy/local/target/firstfill-local.jar:$root/deploy/local/target/lib/*" \
    "$@"
}
