#!/bin/bash
# Collects the plugin's texts in languages/article-comments.pot, merges them into the translations and compiles those.
# Needs gettext: apt-get install gettext
set -euo pipefail
cd "$(dirname "$0")/article-comments"

xgettext --language=PHP --from-code=UTF-8 --sort-by-file --add-location=file --no-wrap --add-comments=translators: \
  --keyword=__ --keyword=_n:1,2 --keyword=esc_html__ --keyword=esc_html_e \
  --package-name='Article Comments' --package-version=1.0.0 --copyright-holder='the article-comments authors' \
  --output=languages/article-comments.pot includes/*.php
# xgettext names a charset only for texts beyond ASCII.
sed --in-place 's/charset=CHARSET/charset=UTF-8/' languages/article-comments.pot
for translation in languages/*.po; do
  msgmerge --quiet --update --backup=none --add-location=file --no-wrap --no-fuzzy-matching "$translation" languages/article-comments.pot
  msgfmt --check --output-file="${translation%.po}.mo" "$translation"
done
