/** The adapter of the pages: every call goes to the backend in the test's process, which decides what becomes of it. */
import { AdapterError } from '/article-comments/article-comments.js';

const { tab, features, ignoresSignals } = window.journeySettings;

/** What the test sees of this page and does to it. */
const journey = {
  /** Who this page takes its reader for, once it knows. Writes are signed with it, as with a token. */
  viewer: undefined,
  /** Calls of the section that have no response yet, those that the test holds back included. */
  underWay: 0,
  /** Calls whose response the test holds back, by the number that the backend gave them. */
  held: new Map(),
  /** Signs the reader in or out from outside the section, as a page's own header does. */
  async become(viewer) {
    await request('become', [viewer]);
    know(presented(viewer));
    for (const listener of listeners) listener(journey.viewer);
  },
  /** Lets a call go on that was held back. */
  answer(number, response) {
    journey.held.get(number)?.(response);
    journey.held.delete(number);
  },
};
window.journey = journey;

const listeners = new Set();
const names = { ann: 'Ann', bo: 'Bo' };
/** Grows with each change of the viewer: a response to an earlier call says nothing about who is reading now. */
let generation = 0;

const presented = (viewer) =>
  viewer === 'guest' ? { state: 'anonymous' } : { state: 'signed-in', author: { id: viewer, name: names[viewer] } };

function know(viewer) {
  generation++;
  journey.viewer = viewer;
}

async function request(method, args) {
  const response = await fetch(`/backend/${tab}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: journey.viewer?.author?.id ?? 'guest', args }),
  });
  return response.json();
}

/** `state.held`: the number of a call that the test holds back. */
async function exchange(method, args, state) {
  const first = await request(method, args);
  state.held = first.held;
  const { value, error, thrown } =
    first.held === undefined || state.isOver
      ? first
      : await new Promise((resolve) => journey.held.set(first.held, resolve));
  if (thrown !== undefined) throw new TypeError(thrown);
  // The name that it signed with is worth nothing any more.
  if (error?.kind === 'session-expired') know({ state: 'anonymous' });
  if (error !== undefined) throw new AdapterError(error.kind, error.message, error.info);
  return value;
}

const aborted = (signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

async function call(method, args, signal) {
  signal.throwIfAborted();
  journey.underWay++;
  const state = { held: undefined, isOver: false };
  const response = exchange(method, args, state);
  try {
    return await (ignoresSignals ? response : Promise.race([response, aborted(signal)]));
  } finally {
    journey.underWay--;
    state.isOver = true;
    journey.held.delete(state.held);
    // Nobody waits for it any more where the call was aborted.
    response.catch(() => undefined);
  }
}

const method =
  (name) =>
  (...args) =>
    call(name, args.slice(0, -1), args.at(-1).signal);

const adapter = {
  name: 'journeys',
  features,
  async open(discussion, { signal }) {
    const before = generation;
    const info = await call('open', [discussion], signal);
    if (before === generation && !signal.aborted && info?.viewer) know(info.viewer);
    return info;
  },
  list: method('list'),
  get: method('get'),
  submit: method('submit'),
  report: method('report'),
  async signIn({ signal }) {
    const viewer = await call('signIn', [], signal);
    if (viewer?.state !== undefined) know(viewer);
    return viewer;
  },
  async signOut({ signal }) {
    await call('signOut', [], signal);
    know({ state: 'anonymous' });
  },
  subscribe({ key }, onChange, { signal }) {
    const events = new EventSource(`/events/${tab}/${key}`);
    events.onmessage = ({ data }) => onChange(JSON.parse(data));
    signal.addEventListener('abort', () => events.close(), { once: true });
  },
  onViewerChange(onChange) {
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  },
};

document.querySelector('article-comments').adapter = adapter;
