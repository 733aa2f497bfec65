#!/bin/sh
# Makes the pictures of the guides in docs/huong-dan anew, by the tests that walk through them. Look at them before they are committed.
set -eu
cd "$(dirname "$0")/.."
dotnet build tests/ITScoring.Browser.Tests --nologo -v q
rm -f docs/huong-dan/hinh/*/*.png
ITSCORING_TEST_REQUIRE_BROWSER=1 ITSCORING_GUIDE_PICTURES="$PWD/docs/huong-dan/hinh" \
  dotnet test tests/ITScoring.Browser.Tests --nologo --no-build --filter GuideTests
