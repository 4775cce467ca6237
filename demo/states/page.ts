/** Shows the state named in the URL, or all of them with a table of contents. */
import { registerLocale } from '../../src/cdn.js';
import { mountState } from './mount-state.js';
import { pseudoLocales } from './pseudo-locale.js';
import { type DemoState, states } from './states.js';
import { steps } from './steps.js';

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
function createLead(heading: HTMLElement, about: string, ...more: readonly HTMLElement[]): HTMLElement {
  return create(
    'div',
    { className: 'lead', lang: 'en', dir: 'ltr' },
    heading,
    create('p', { className: 'about' }, about),
    ...more,
  );
}

/** What to press in a state, and what to expect. */
function createSteps({ name }: DemoState): readonly HTMLElement[] {
  const { press, expect } = steps[name] ?? {};
  if (press === undefined || expect === undefined) return [];
  const term = (word: string, text: string): HTMLElement =>
    create('div', {}, create('dt', {}, word), create('dd', {}, text));
  return [create('dl', { className: 'try' }, term('Press', press), term('Expect', expect))];
}

/** Everything by which a state can be found, in lower case. */
function textOf({ name, title, about, group }: DemoState): string {
  const { press = '', expect = '' } = steps[name] ?? {};
  return [name, title, about, group, press, expect].join(' ').toLowerCase();
}

/** A box that narrows the list of contents to the states with all the words that are typed. */
function createFilter(items: ReadonlyMap<DemoState, HTMLElement>): HTMLElement {
  const result = create('p', { className: 'found', role: 'status' });
  const box = create('input', { type: 'search', name: 'filter', autocomplete: 'off' });
  box.addEventListener('input', () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [...items.keys()].filter((one) => words.every((word) => textOf(one).includes(word)));
    for (const [one, item] of items) item.hidden = !found.includes(one);
    for (const group of document.querySelectorAll<HTMLElement>('.contents > div'))
      group.hidden = !group.querySelector('li:not([hidden])');
    result.textContent = words.length === 0 ? '' : `${found.length} of ${items.size} states`;
  });
  return create('div', { className: 'filter' }, create('label', {}, 'Find a state ', box), result);
}

function createStage({ dark = false }: DemoState): HTMLElement {
  return create('div', { className: dark ? 'stage dark' : 'stage' });
}

function showOne(state: DemoState): void {
  document.title = `${state.title} - States`;
  const lead = createLead(create('h1', {}, state.title), state.about, ...createSteps(state));
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
  const entries = new Map(
    states.map((state) => [state, create('li', {}, create('a', { href: `#${state.name}` }, state.title))]),
  );
  const lead = createLead(
    create('h1', {}, 'States'),
    `All ${states.length} states of the comments section, each loaded as it scrolls into view. Follow a title to see the state on its own.`,
    createFilter(entries),
  );
  main.append(lead, contents);
  for (const group of groups) {
    const members = states.filter((state) => state.group === group);
    const items = members.map((state) => entries.get(state)!);
    contents.append(create('div', {}, create('h2', {}, group), create('ul', {}, ...items)));
    for (const state of members) {
      const heading = create('h2', {}, create('a', { href: urlOf(state.name) }, state.title));
      const note =
        state.actsAlone || state.permalink !== undefined ? `${state.about} (Shown on its own page only.)` : state.about;
      const stage = createStage(state);
      main.append(
        create('div', { className: 'state', id: state.name }, createLead(heading, note, ...createSteps(state)), stage),
      );
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
