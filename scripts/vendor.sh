#!/usr/bin/env bash
# Fetches the front-end files of wwwroot/lib and the fonts of the documents from the npm registry at pinned versions and writes
# the manifests that a test re-hashes. For maintainers only: users need no Node, the files are in the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

begin() { # folder: emptied, and filled by the calls of take that follow
  lib=$1
  entries=()
  rm -rf "$lib"
  mkdir -p "$lib"
}

take() { # package version licence target file...
  local package=$1 version=$2 licence=$3 target=$4
  shift 4
  (cd "$work" && npm pack --silent "$package@$version" >/dev/null)
  local archive
  archive=$(ls -t "$work"/*.tgz | head -n 1)
  for file in "$@"; do
    mkdir -p "$lib/$target"
    tar -xzf "$archive" -C "$work" "package/$file"
    local path="${target:+$target/}$(basename "$file")"
    # A font of which the site uses a few characters is cut down to them (Debian: fonttools, python3-brotli).
    if [ -n "${characters:-}" ]; then
      pyftsubset "$work/package/$file" --unicodes="$characters" --layout-features=tnum,kern --flavor=woff2 --output-file="$lib/$path"
    else
      cp "$work/package/$file" "$lib/$path"
    fi
    entries+=("    { \"file\": \"$path\", \"package\": \"$package\", \"version\": \"$version\", \"licence\": \"$licence\", \"sha256\": \"$(sha256sum "$lib/$path" | cut -d' ' -f1)\" }")
  done
  rm -rf "$archive" "$work/package"
}

end() { # writes the manifest of the folder
  {
    echo '{'
    echo '  "files": ['
    (IFS=$'\n'; echo "${entries[*]}" | sed '$!s/$/,/')
    echo '  ]'
    echo '}'
  } > "$lib/manifest.json"
}

begin src/ITScoring.Web/wwwroot/lib
take bootstrap 5.3.9 MIT "" dist/css/bootstrap.min.css
faces=()
for subset in vietnamese latin; do
  for weight in 400 500 600 700; do faces+=("files/be-vietnam-pro-$subset-$weight-normal.woff2"); done
done
take @fontsource/be-vietnam-pro 5.3.0 OFL-1.1 fonts "${faces[@]}"
characters=U+0030-0039 take @fontsource-variable/inter 5.2.8 OFL-1.1 fonts files/inter-latin-wght-normal.woff2

end

begin src/ITScoring.Web/Reports/Fonts
take @expo-google-fonts/tinos 0.4.2 OFL-1.1 "" 400Regular/Tinos_400Regular.ttf 400Regular_Italic/Tinos_400Regular_Italic.ttf 700Bold/Tinos_700Bold.ttf LICENSE_FONT
end
