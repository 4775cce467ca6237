/**
 * `<demo-bar>`: the bar at the top of every demo page, with links to the others and a choice of theme and language.
 * A classic script in the head, so that the bar is there when the page is first painted.
 */
(() => {
  const demo = new URL('../', document.currentScript.src);

  const pages = [
    ['./', 'Front page'],
    ['../docs/', 'Docs'],
    ['./?backend=memory', 'Without a server'],
    ['states.html', 'States'],
    ['theming.html', 'Theming'],
    ['script-tag.html', 'Script tag'],
    ['classic.html', 'Classic script'],
    ['strict.html', 'Strict policy'],
    ['served.html', 'Rendered'],
    ['single-sign-on.html', 'Single sign-on'],
    ['integrity.html', 'Integrity'],
    ['wordpress/', 'WordPress'],
    ['waline/', 'Waline'],
    ['conformance.html', 'Conformance'],
    ['bluesky/', 'Bluesky'],
    ['ghost/', 'Ghost'],
    ['mastodon/', 'Mastodon'],
  ];

  /** A language's name for itself, as a name in a list begins. */
  function nameOf(tag) {
    const name = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag);
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  }

  const choices = [
    {
      name: 'theme',
      label: 'Theme',
      options: [
        ['system', 'System'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ],
    },
    {
      name: 'language',
      label: 'Language',
      // The others follow.
      options: [[document.documentElement.lang, nameOf(document.documentElement.lang)]],
    },
  ];

  function create(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function isCurrent({ pathname, searchParams }) {
    if (pathname !== location.pathname.replace(/index\.html$/, '')) return false;
    // The front page has two links, told apart by their backend.
    return (
      pathname !== demo.pathname || searchParams.get('backend') === new URLSearchParams(location.search).get('backend')
    );
  }

  function createLink([path, text]) {
    const url = new URL(path, demo);
    const link = create('a', { href: url.href }, text);
    if (isCurrent(url)) link.setAttribute('aria-current', 'page');
    return create('li', {}, link);
  }

  const createOptions = (name, options) =>
    options.map(([value, text]) => create('option', { value, ...(name === 'language' && { lang: value }) }, text));

  function createChoice({ name, label, options }) {
    return create('label', {}, label, create('select', { name }, ...createOptions(name, options)));
  }

  /** Offers every language that the section has words for, and goes on showing the chosen one. */
  async function offerLanguages(select) {
    const { tags } = await import(new URL('../src/cdn-locales.ts', demo).href);
    const { compare } = new Intl.Collator('en');
    const shown = [...select.options].map(({ value }) => value);
    const offered = [...new Set(['en', ...tags, ...shown])].map((tag) => [tag, nameOf(tag)]);
    const { value } = select;
    select.replaceChildren(
      ...createOptions(
        'language',
        offered.sort(([, one], [, other]) => compare(one, other)),
      ),
    );
    select.value = value;
  }

  customElements.define(
    'demo-bar',
    class extends HTMLElement {
      connectedCallback() {
        this.lang = 'en';
        this.append(
          create('a', { className: 'skip', href: '#main' }, 'Skip to the content'),
          create('nav', { ariaLabel: 'Demo pages' }, create('ul', {}, ...pages.map(createLink))),
          create('form', { className: 'appearance', ariaLabel: 'Appearance' }, ...choices.map(createChoice)),
        );
        void offerLanguages(this.querySelector('select[name=language]'));
      }
    },
  );
})();
