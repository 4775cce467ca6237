/**
 * Theme, language and width of a demo page: from the URL (`?dark`, `?lang=de`, `?narrow`), else the last choice. `?rtl` is
 * `?lang=ar`.
 * A classic script in the head, so that the page is never painted in the wrong colours first. A page in one language only has the
 * attribute `data-language="fixed"` and no choice of it.
 */
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const rightToLeft = ['ar', 'fa', 'he', 'ur'];

  /** Storage throws where cookies are blocked; the page then uses the defaults. */
  const recall = (name) => {
    try {
      return localStorage.getItem(`demo:${name}`);
    } catch {
      return null;
    }
  };
  const remember = (name, value) => {
    try {
      localStorage.setItem(`demo:${name}`, value);
    } catch {
      // The choice holds for this page only.
    }
  };

  const apply = {
    theme(value) {
      root.dataset.theme = value;
    },
    language(value) {
      root.lang = value;
      root.dir = rightToLeft.includes(value.split('-')[0]) ? 'rtl' : 'ltr';
    },
  };
  const chosen = {
    theme: query.has('dark') ? 'dark' : (recall('theme') ?? 'system'),
    language: query.has('rtl') ? 'ar' : (query.get('lang') ?? recall('language') ?? 'en'),
  };
  apply.theme(chosen.theme);
  if (root.dataset.language !== 'fixed') apply.language(chosen.language);
  if (query.has('narrow')) root.dataset.narrow = '';

  document.addEventListener('DOMContentLoaded', () => {
    for (const select of document.querySelectorAll('.appearance select')) {
      select.value = chosen[select.name];
      select.addEventListener('change', () => {
        apply[select.name](select.value);
        remember(select.name, select.value);
      });
    }
  });
})();
