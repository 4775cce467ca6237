/** Shows the state named in the URL, or all of them with a table of contents. */
import { registerLocale } from '../../src/cdn.js';
import { mountState } from './mount-state.js';
import { pseudoLocales } from './pseudo-locale.js';
import { type DemoState, states } from './states.js';

const main = document.querySelector('main')!;
const wanted = new URLSearchParams(location.search).get('state');

/** URL of a state. Keeps the appearance parameters of this page. */
function urlOf(name?: string): string {
  const query = new URLSearchParams(location.search);
  if (name === undefined) query.delete('state');
  else query.set('state', name);
  const text = query.toString().replaceAll(/=(?=&|$)/g, '');
  return text === '' ? 'states.html' : `states.html?${text}`;
}

function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** The demo's own texts are English, whatever language the sections are shown in. */
function createLead(heading: HTMLElement, about: string): HTMLElement {
  return create(
    'div',
    { className: 'lead', lang: 'en', dir: 'ltr' },
    heading,
    create('p', { className: 'about' }, about),
  );
}

function createStage({ dark = false }: DemoState): HTMLElement {
  return create('div', { className: dark ? 'stage dark' : 'stage' });
}

function showOne(state: DemoState): void {
  document.title = `${state.title} - States`;
  const lead = createLead(create('h1', {}, state.title), state.about);
  const index = states.indexOf(state);
  const before = states[index - 1];
  const after = states[index + 1];
  const links = [
    create('a', { href: urlOf() }, 'All states'),
    ...(before ? [create('a', { href: urlOf(before.name), rel: 'prev' }, `Previous: ${before.title}`)] : []),
    ...(after ? [create('a', { href: urlOf(after.name), rel: 'next' }, `Next: ${after.title}`)] : []),
  ];
  const nav = create('nav', { className: 'steps', lang: 'en', ariaLabel: 'States' }, ...links);
  const stage = createStage(state);
  main.append(lead, stage, nav);
  const { acted } = mountState(state, stage, { alone: true, headingLevel: 1 });
  // For whoever photographs or checks the state.
  void acted.then(() => stage.toggleAttribute('data-acted', true));
}

function showAll(): void {
  const groups = [...new Set(states.map(({ group }) => group))];
  const contents = create('nav', { className: 'contents', lang: 'en', dir: 'ltr', ariaLabel: 'All states' });
  const lead = createLead(
    create('h1', {}, 'States'),
    `All ${states.length} states of the comments section, each loaded as it scrolls into view. Follow a title to see the state on its own.`,
  );
  main.append(lead, contents);
  for (const group of groups) {
    const members = states.filter((state) => state.group === group);
    const items = members.map(({ name, title }) => create('li', {}, create('a', { href: `#${name}` }, title)));
    contents.append(create('div', {}, create('h2', {}, group), create('ul', {}, ...items)));
    for (const state of members) {
      const heading = create('h2', {}, create('a', { href: urlOf(state.name) }, state.title));
      const note =
        state.actsAlone || state.permalink !== undefined ? `${state.about} (Shown on its own page only.)` : state.about;
      const stage = createStage(state);
      main.append(create('div', { className: 'state', id: state.name }, createLead(heading, note), stage));
      mountState(state, stage, { alone: false, headingLevel: 2 });
    }
  }
}

// `?lang=en-XA` and `?lang=ar-XB`.
for (const locale of pseudoLocales) registerLocale(locale);

// A reader's choices are stored for the whole site. Every state starts without them.
for (const choice of ['order', 'muted', 'visits']) localStorage.removeItem(`article-comments:${choice}`);

const state = states.find(({ name }) => name === wanted);
if (wanted === null) {
  main.classList.add('all');
  showAll();
} else if (state) {
  showOne(state);
} else {
  main.append(
    createLead(create('h1', {}, 'No such state'), `There is no state "${wanted}".`),
    create('p', {}, create('a', { href: 'states.html' }, 'All states')),
  );
}
