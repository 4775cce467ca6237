/**
 * `<demo-bar>`: the bar at the top of every demo page, with links to the others and a choice of theme and language.
 * A classic script in the head, so that the bar is there when the page is first painted.
 */
(() => {
  const demo = new URL('../', document.currentScript.src);

  /** The pages that stand in the bar itself where it is wide enough. */
  const shortcuts = [
    ['./', 'Front page'],
    ['states.html', 'States'],
    ['../docs/', 'Docs'],
  ];

  /** All pages: address, name, and what there is to see. */
  const groups = [
    {
      heading: 'For readers',
      pages: [
        ['./', 'Front page', 'A newspaper article with its discussion'],
        ['./?backend=memory', 'Without a server', 'The same article; comments stay in this tab'],
        ['states.html', 'States', 'Everything the section can show, one by one'],
        ['theming.html', 'Theming', 'Four newspapers, one set of custom properties'],
        ['../docs/', 'Docs', 'How to embed, configure and extend it'],
      ],
    },
    {
      heading: 'Ways to embed',
      pages: [
        ['script-tag.html', 'Script tag', 'One module script, nothing to build'],
        ['classic.html', 'Classic script', 'One file without modules'],
        ['served.html', 'Rendered on a server', 'Comments in the HTML, before any script'],
        ['strict.html', 'Strict policy', 'A strict Content Security Policy, with a log of what it blocks'],
        ['integrity.html', 'Integrity', 'Each script checked against its hash'],
        ['single-sign-on.html', 'Single sign-on', 'Readers keep the account of the site'],
      ],
    },
    {
      heading: 'Backends',
      pages: [
        ['wordpress/', 'WordPress', 'The comments of a WordPress post'],
        ['ghost/', 'Ghost', 'The comments of a Ghost post'],
        ['waline/', 'Waline', 'A comment server for blogs'],
        ['bluesky/', 'Bluesky', 'The replies to a post'],
        ['mastodon/', 'Mastodon', 'The replies to a status'],
        ['conformance.html', 'Conformance', 'Tests an adapter against the contract'],
      ],
    },
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

  function createLink([path, text, about]) {
    const url = new URL(path, demo);
    const link = create('a', { href: url.href }, text);
    if (isCurrent(url)) link.setAttribute('aria-current', 'page');
    return create('li', {}, link, ...(about ? [create('span', {}, about)] : []));
  }

  const createGroup = ({ heading, pages }) =>
    create('div', {}, create('h2', {}, heading), create('ul', {}, ...pages.map(createLink)));

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
      #button = create('button', { type: 'button', className: 'control', ariaExpanded: 'false' }, 'All demo pages');

      connectedCallback() {
        this.lang = 'en';
        this.dir = 'ltr';
        this.#button.addEventListener('click', () => this.#toggle(!this.hasAttribute('open')));
        this.addEventListener('keydown', ({ key }) => {
          if (key !== 'Escape' || !this.hasAttribute('open')) return;
          this.#toggle(false);
          this.#button.focus();
        });
        this.append(
          create('a', { className: 'skip', href: '#main' }, 'Skip to the content'),
          this.#button,
          create('nav', { className: 'shortcuts', ariaLabel: 'Demo' }, create('ul', {}, ...shortcuts.map(createLink))),
          create('nav', { className: 'groups', ariaLabel: 'Demo pages' }, ...groups.map(createGroup)),
          create('form', { className: 'appearance', ariaLabel: 'Appearance' }, ...choices.map(createChoice)),
        );
        void offerLanguages(this.querySelector('select[name=language]'));
      }

      #toggle(isOpen) {
        this.toggleAttribute('open', isOpen);
        this.#button.ariaExpanded = String(isOpen);
      }
    },
  );
})();
