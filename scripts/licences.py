#!/usr/bin/env python3
"""Writes src/ITScoring.Web/Commands/Sbom/licences.json: the SPDX licence that each package of the program states in its nuspec.

Run it after a build, when packages changed: scripts/licences.py [bin/Debug/net10.0/ITScoring.Web.deps.json]
A package that names no SPDX expression is left out, but for those that the table below knows from their licence files.
"""
import json, os, re, sys

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
deps = sys.argv[1] if len(sys.argv) > 1 else os.path.join(root, "src/ITScoring.Web/bin/Debug/net10.0/ITScoring.Web.deps.json")
cache = os.environ.get("NUGET_PACKAGES", os.path.expanduser("~/.nuget/packages"))
BY_ADDRESS = {
    "https://licenses.nuget.org/MIT": "MIT",
    "https://github.com/dotnet/corefx/blob/master/LICENSE.TXT": "MIT",
    "https://github.com/ExcelNumberFormat/ExcelNumberFormat/blob/master/LICENSE": "MIT",
}
licences = {}
for name, library in json.load(open(deps, encoding="utf-8"))["libraries"].items():
    if library["type"] != "package":
        continue
    package, version = name.split("/")
    spec = open(os.path.join(cache, package.lower(), version.lower(), package.lower() + ".nuspec"), encoding="utf-8-sig").read()
    stated = re.search(r'<license type="expression">([^<]+)</license>', spec)
    address = re.search(r"<licenseUrl>([^<]+)</licenseUrl>", spec)
    if stated:
        licences[package] = stated.group(1).strip()
    elif address and address.group(1) in BY_ADDRESS:
        licences[package] = BY_ADDRESS[address.group(1)]
    else:
        print(f"{package} {version}: no SPDX licence ({address.group(1) if address else 'licence file'})", file=sys.stderr)
with open(os.path.join(root, "src/ITScoring.Web/Commands/Sbom/licences.json"), "w", encoding="utf-8") as out:
    json.dump(dict(sorted(licences.items())), out, indent=2)
    out.write("\n")
