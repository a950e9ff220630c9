# Sourced by the scripts beside it: finds Java 17 or newer and Maven 3.8 or newer, or says what is missing.
missing() { echo "$(basename "$0"): $1" >&2; exit 1; }

if [ -n "${JAVA_HOME:-}" ]; then JAVA="$JAVA_HOME/bin/java"; else JAVA=$(command -v java || true); fi
[ -n "$JAVA" ] && [ -x "$JAVA" ] || missing "Java is missing: install a JDK 17 or newer, or set JAVA_HOME."
[ -x "$(dirname "$(readlink -f "$JAVA")")/javac" ] || missing "$JAVA cannot compile: install a JDK, not only a runtime."
java_version=$("$JAVA" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
[ "${java_version:-0}" -ge 17 ] || missing "Java 17 or newer is needed; $JAVA is ${java_version:-of unknown version}."

command -v mvn > /dev/null || missing "Maven is missing: install Maven 3.8 or newer."
maven_version=$(mvn -v 2> /dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
new_enough() { [ "${1:-0}" -gt 3 ] || { [ "${1:-0}" -eq 3 ] && [ "${2:-0}" -ge 8 ]; }; }
# shellcheck disable=SC2086
new_enough $maven_version || missing "Maven 3.8 or newer is needed; this is ${maven_version:-of unknown version}."
