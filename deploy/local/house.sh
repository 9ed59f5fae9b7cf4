# shellcheck shell=bash
# What run and verify have in common. They source it after setting root to the repository.

# The modules of a running system, in the order they are built. What was built of one is told by a stamp, which says
# whether the gates have seen it and is as old as the start of that build, so that an edit meanwhile counts as newer.
modules=(shared-kernel deploy/local task-service evaluation-service notification-service)

# Where the stamp of a module lies.
stamp() {
  echo "$root/$1/target/built.stamp"
}

begin_stamps() {
  mkdir -p "$root/target"
  touch "$root/target/building.stamp"
}

# Stamps modules with the word $1 after a build that has succeeded.
end_stamps() {
  local word=$1 module
  shift
  for module in "$@"; do
    echo "$word" > "$(stamp "$module")"
    touch -r "$root/target/building.stamp" "$(stamp "$module")"
  done
}

# One line that says why nothing can go on.
refuse() {
  echo "$*" >&2
  exit 1
}

# Sets JAVA_HOME to a JDK 25 or newer, wherever this machine keeps one.
find_jdk() {
  local on_path candidate
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    "$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)" /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/java/* /opt/jdk*; do
    if [ -x "$candidate/bin/javac" ] && [ "$(jdk_major "$candidate")" -ge 25 ]; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  refuse "Mingjing needs a JDK 25 or newer: install one (for example temurin-25-jdk) or set JAVA_HOME." \
    "需要 JDK 25 或更高版本：请安装（如 temurin-25-jdk）或设置 JAVA_HOME。"
}

# Major version of the JDK in a directory, 0 when it does not say.
jdk_major() {
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' || true)
  fi
  echo "${version:-0}"
}

# Sets mvn to Maven's program.
find_maven() {
  local candidate
  for candidate in "$(command -v mvn || true)" "${MAVEN_HOME:-}/bin/mvn" "${M2_HOME:-}/bin/mvn" \
    "$HOME"/.sdkman/candidates/maven/current/bin/mvn /opt/maven/bin/mvn /opt/homebrew/bin/mvn; do
    if [ -x "$candidate" ]; then
      mvn=$candidate
      return
    fi
  done
  refuse "Mingjing is built with Maven 3.8 or newer: install it (Debian: apt-get install maven)." \
    "需要 Maven 3.8 或更高版本：请安装（Debian: apt-get install maven）。"
}

# Refuses when fewer megabytes than $1 are free at the repository.
require_disk() {
  local free
  free=$(($(df -Pk "$root" | awk 'NR == 2 {print $4}') / 1024))
  if [ "$free" -lt "$1" ]; then
    refuse "Not enough disk space at $root: $free MB free, $1 MB needed. 磁盘空间不足：剩余 $free MB，需要 $1 MB。"
  fi
}

# Runs Maven in the repository with what is left of its output after the filter function $1 and keeps all of it in
# the file $2; the rest are Maven's arguments. A download that failed is tried once more before it is given up.
maven() {
  local filter=$1 log=$2 status=0
  shift 2
  maven_once "$filter" "$log" "$@" || status=$?
  if [ "$status" -ne 0 ] && grep -qE "$download_failed" "$log"; then
    echo "A download failed, trying once more. 下载失败，重试一次。"
    status=0
    maven_once "$filter" "$log" -U "$@" || status=$?
  fi
  return "$status"
}

# Only Maven's own errors: what tests print about connections is their affair.
download_failed='^\[(ERROR|FATAL)\].*(Could not (transfer|find) artifact|Could not resolve dependencies|'
download_failed+='Failed to read artifact descriptor|PluginResolutionException|Non-resolvable (import|parent) POM|'
download_failed+='Failed to collect dependencies)'

maven_once() {
  local filter=$1 log=$2 status=0 pipe follower
  shift 2
  mkdir -p "$(dirname "$log")"
  pipe=$log.pipe
  rm -f "$pipe"
  mkfifo "$pipe"
  tee "$log" < "$pipe" | "$filter" &
  follower=$!
  # In the background, so that a signal to this script is not held back until Maven ends.
  (export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    cd "$root" && exec "$mvn" --batch-mode "$@") > "$pipe" 2>&1 < /dev/null &
  maven_pid=$!
  trap 'kill "$maven_pid" 2>/dev/null; wait "$maven_pid" 2>/dev/null; exit 143' TERM INT
  wait "$maven_pid" || status=$?
  trap - TERM INT
  wait "$follower" || true
  rm -f "$pipe"
  return "$status"
}

# Why a build that wrote the log $1 has failed, where the reason is outside the code.
outer_cause() {
  if grep -q 'No space left on device' "$1"; then
    echo "The disk is full. 磁盘已满。"
  elif grep -qE "$download_failed" "$1"; then
    echo "Something could not be downloaded: is the Maven registry reachable? 无法下载依赖：Maven 仓库是否可以访问？"
    grep -m 3 -E "$download_failed" "$1"
  fi
}
