# Sourced by the scripts beside it, after jdk.sh. Builds what is missing or older than its sources. Needs $root.

services="control-service scanner-service trader-service risk-service ledger-service"
# The modules that deploy/up runs.
stack="deploy/local deploy/simulator $services"

launcher_class_path="$root/deploy/local/target/firstfill-local.jar:$root/deploy/local/target/lib/*"
# The benchmark needs no library that the launcher has not.
benchmark_class_path="$root/deploy/benchmark/target/firstfill-benchmark.jar:$launcher_class_path"
# The libraries that the launcher has not lie beside the jar.
packaging_class_path="$root/deploy/packaging/target/firstfill-packaging.jar:$root/deploy/packaging/target/lib/*:$launcher_class_path"

artifact() {
  case "$1" in
    deploy/local) echo "$root/deploy/local/target/firstfill-local.jar" ;;
    deploy/benchmark) echo "$root/deploy/benchmark/target/firstfill-benchmark.jar" ;;
    deploy/packaging) echo "$root/deploy/packaging/target/firstfill-packaging.jar" ;;
    deploy/simulator) ls "$root"/deploy/simulator/target/firstfill-simulator-*.jar 2>/dev/null | head -n 1 ;;
    *) echo "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

# The files whose change makes a module stale: its own sources and those of the modules it depends on.
sources() {
  local path library=""
  case "$1" in
    deploy/benchmark | deploy/packaging) library=deploy/local ;;
  esac
  for path in "$root/$1/src/main" "$root/$1/pom.xml" "$root/pom.xml" \
    "$root"/common/*/src/main "$root"/common/*/pom.xml \
    ${library:+"$root/$library/src/main" "$root/$library/pom.xml"}; do
    if [ -e "$path" ]; then echo "$path"; fi
  done
}

is_stale() {
  local built
  built=$(artifact "$1")
  [ -n "$built" ] && [ -e "$built" ] || return 0
  [ -n "$(sources "$1" \
    | xargs -I{} find {} -type d -name node_modules -prune -o -type f -newer "$built" -print 2>/dev/null \
    | head -n 1)" ]
}

# Takes modules and builds the stale ones; ends the script when the build fails.
build_stale() {
  local module stale="" log built
  for module in "$@"; do
    if is_stale "$module"; then
      stale="${stale:+$stale,}$module"
    fi
  done
  [ -n "$stale" ] || return 0
  log=$(mktemp "${TMPDIR:-/tmp}/firstfill-build.XXXXXX")
  # Maven answers a Ctrl-C with a failure of its own, which nobody asked for.
  trap 'echo "stopped."; exit 130' INT
  printf 'Building %s ... ' "$(echo "$stale" | tr ',' ' ')"
  if ! (cd "$root" \
    && ./mvnw -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$stale" -am package) >"$log" 2>&1; then
    echo "failed."
    tail -n 40 "$log" >&2
    echo "The build failed; the whole log is in $log." >&2
    exit 1
  fi
  # Maven leaves an artifact that it finds up to date as it is: touched, it counts as newer than its sources.
  for module in $(echo "$stale" | tr ',' ' '); do
    built=$(artifact "$module")
    if [ -e "$built" ]; then touch "$built"; fi
  done
  trap - INT
  rm -f "$log"
  echo "done."
}

# Where FIRSTFILL_AOT=true: makes the AOT caches of the services that have none of their jars. A service without one
# starts all the same.
make_aot_caches() {
  local service fresh=true
  [ "${FIRSTFILL_AOT:-false}" = true ] || return 0
  for service in $services; do
    [ "$root/$service/target/aot/$service.aot" -nt "$root/$service/target/quarkus-app/quarkus-run.jar" ] || fresh=false
  done
  if $fresh; then return 0; fi
  (run_java "$launcher_class_path" -XX:TieredStopAtLevel=1 io.firstfill.local.component.AotCaches) || true
}

# Takes a class path, then JVM flags, the main class and its arguments; replaces this process.
run_java() {
  local class_path=$1
  shift
  exec "$JAVA_HOME/bin/java" \
    -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dfirstfill.project="$root" \
    -cp "$class_path" \
    "$@"
}
