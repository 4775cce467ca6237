/**
 * Theme, language and width of a demo page: from its address (`?dark`, `?rtl`, `?narrow`), else from what was chosen last.
 * A classic script in the head, so that the page is never drawn in the wrong colours first.
 */
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const directions = { en: 'ltr', de: 'ltr', ar: 'rtl' };

  /** Storage throws where cookies are blocked; the page then follows the system. */
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
      root.lang = value in directions ? value : 'en';
      root.dir = directions[root.lang];
    },
  };
  const chosen = {
    theme: asked.has('dark') ? 'dark' : (recall('theme') ?? 'system'),
    language: asked.has('rtl') ? 'ar' : (recall('language') ?? 'en'),
  };
  for (const name of Object.keys(apply)) apply[name](chosen[name]);
  if (asked.has('narrow')) root.dataset.narrow = '';

  document.addEventListener('DOMContentLoaded', () => {
    for (const select of document.querySelectorAll('.dress select')) {
      select.value = chosen[select.name];
      select.addEventListener('change', () => {
        apply[select.name](select.value);
        remember(select.name, select.value);
      });
    }
  });
})();
