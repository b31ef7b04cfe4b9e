# Finds the Java that runs Socle: sets java, jdk, version; stops with the mend when there is none that will do.
# Read by bin/socle, and by the front door of a clone.

fail() {
  printf 'socle : %s\n' "$1" >&2
  exit "$2"
}

if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  [ -x "$java" ] || fail "JAVA_HOME indique $JAVA_HOME, qui ne contient pas bin/java. Indiquez-y un Java 17 ou plus récent." 2
else
  java=$(command -v java) || fail "Java est introuvable. Installez un Java 17 ou plus récent, puis relancez la commande." 2
fi

# The release file spares a JVM start; the fallback asks the JVM itself.
jdk=$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")")")
version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$jdk/release" 2>/dev/null || true)
[ -n "$version" ] || version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
case ${version%%.*} in
  '' | *[!0-9]*) fail "la version de $java n'est pas lisible. Indiquez un Java 17 ou plus récent dans JAVA_HOME." 2 ;;
esac
[ "${version%%.*}" -ge 17 ] || fail "Java $version est trop ancien. Indiquez un Java 17 ou plus récent dans JAVA_HOME." 2
