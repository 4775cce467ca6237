/** The search of the documentation: fetches its index when the box is first used, and lists what has all the words. */
const MOST = 20;
const AROUND = 80;

const form = document.querySelector('form.search');
const box = form.querySelector('input');
const results = document.querySelector('.results');
const status = document.querySelector('.found');

let index;
/** Fetches the index once. Another attempt follows a failure. */
function entries() {
  index ??= fetch('/docs/search.json')
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
    .catch((error) => {
      index = undefined;
      throw error;
    });
  return index;
}

const wordsIn = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** How often a word begins in a text, or 0.25 if it is only part of others. */
function frequency(text, word) {
  const found = text.split(word);
  const beginning = found.slice(0, -1).filter((before) => !/[\p{L}\p{N}]$/u.test(before)).length;
  return beginning || (found.length > 1 ? 0.25 : 0);
}

/** How well an entry matches. 0 if a word is missing. */
function score({ page, heading, text }, words) {
  const [title, head, body] = [page, heading, text].map((one) => one.toLowerCase());
  let sum = 0;
  for (const word of words) {
    const own = (heading === '' ? 20 : 5) * Math.min(1, frequency(title, word));
    const points = own + 20 * Math.min(1, frequency(head, word)) + Math.min(5, frequency(body, word));
    if (points === 0) return 0;
    sum += points;
  }
  const phrase = words.join(' ');
  return sum + (words.length > 1 && `${head} ${body}`.includes(phrase) ? 10 : 0);
}

function create(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** The text around the first of the words, with all of them marked. */
function excerpt(text, words) {
  const places = words.map((word) => text.toLowerCase().indexOf(word)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...(places.length > 0 ? places : [0])) - AROUND);
  const shown = `${start > 0 ? '…' : ''}${text.slice(start, start + 3 * AROUND)}${start + 3 * AROUND < text.length ? '…' : ''}`;
  const pattern = new RegExp(
    `(${words.map((word) => RegExp.escape?.(word) ?? word.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')).join('|')})`,
    'i',
  );
  return shown.split(pattern).map((part, place) => (place % 2 === 1 ? create('mark', {}, part) : part));
}

function show(found, words, query) {
  const count =
    found.length === 1
      ? '1 place'
      : `${found.length > MOST ? `The best ${MOST} of ${found.length}` : found.length} places`;
  const items = found
    .slice(0, MOST)
    .map(({ entry }) =>
      create(
        'li',
        {},
        create('a', { href: entry.address }, entry.heading || entry.page),
        ...(entry.heading ? [' ', create('span', {}, entry.page)] : []),
        create('p', {}, ...excerpt(entry.text, words)),
      ),
    );
  status.textContent = found.length === 0 ? `Nothing has all the words of “${query}”.` : `${count} for “${query}”.`;
  list(items);
}

function list(items) {
  results.querySelector('ol').replaceChildren(...items);
  results.hidden = items.length === 0;
}

/** The latest search. An earlier one that takes longer is not shown. */
let latest = 0;

async function search() {
  const query = box.value.trim();
  const words = wordsIn(query);
  const turn = ++latest;
  if (words.length === 0) {
    status.textContent = '';
    return list([]);
  }
  try {
    const all = await entries();
    if (turn !== latest) return undefined;
    const found = all.map((entry) => ({ entry, points: score(entry, words) })).filter(({ points }) => points > 0);
    return show(
      found.sort((one, other) => other.points - one.points),
      words,
      query,
    );
  } catch {
    if (turn === latest) status.textContent = 'The search could not be loaded. Type on to try again.';
    return undefined;
  }
}

box.addEventListener('focus', () => void entries().catch(() => {}), { once: true });
box.addEventListener('input', () => void search());
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await search();
  results.querySelector('a')?.click();
});
form.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  box.value = '';
  void search();
});
// The link may lead to a heading of this page.
results.addEventListener('click', (event) => {
  if (event.target.closest('a')) list([]);
});
