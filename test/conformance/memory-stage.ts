/** The memory adapter as a stage for the checks: several persons at one backend, which is a storage that they share. */
import { createMemoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import type { Fault, Person, Planted, Stage } from '../../src/conformance.js';
import { AdapterError, type Comment, type CommentsAdapter, type Features, type Posting, type Viewer } from '../../src/model/adapter.js';

/** What differs from one backend to the next. */
export interface Variant {
  readonly features?: Features;
  readonly posting?: Posting;
  readonly repliesPerComment?: number;
  /** Who posts. Default: somebody who is signed in. */
  readonly viewer?: Viewer;
  /** Makes another adapter of each, for instance one with a mistake in it. */
  readonly bend?: (adapter: MemoryAdapter, person: Person | 'self') => CommentsAdapter;
}

const HELD = 'A text to be looked at first';
const REJECTED = 'A text that nobody wants';

const viewers: Readonly<Record<Person | 'self', Viewer>> = {
  self: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } },
  other: { state: 'signed-in', author: { id: 'bo', name: 'Bo' } },
  guest: { state: 'anonymous' },
  moderator: { state: 'signed-in', author: { id: 'mo', name: 'Mo' }, moderator: true },
  banned: { state: 'signed-in', author: { id: 'bad', name: 'Bad' } },
};

/** The longest delay that a timer knows. */
const FOR_EVER = 2 ** 31 - 1;

let stages = 0;

export function memoryStage({ bend = (adapter) => adapter, viewer = viewers.self, ...variant }: Variant = {}): Stage {
  const name = `conformance-${++stages}`;
  const entries = new Map<string, string>();
  const storage = {
    getItem: (entry: string) => entries.get(entry) ?? null,
    setItem: (entry: string, text: string) => void entries.set(entry, text),
  };
  const posting: Posting = { who: 'anyone', guest: { name: { required: true }, email: { required: false } }, ...variant.posting };
  const create = (person: Person | 'self', options: MemoryOptions = {}): MemoryAdapter =>
    createMemoryAdapter({
      storage,
      channel: name,
      viewer: person === 'self' ? viewer : viewers[person],
      ...(variant.features && { features: variant.features }),
      ...(variant.repliesPerComment !== undefined && { repliesPerComment: variant.repliesPerComment }),
      account: { id: 'gus', name: 'Gus' },
      info: { posting: person === 'banned' ? { ...posting, refusal: { reason: 'banned' } } : posting },
      moderate: ({ body }) => {
        const outcome = body.includes(HELD) ? 'pending' : body.includes(REJECTED) ? 'rejected' : 'published';
        return { outcome };
      },
      ...options,
    });
  const made = (person: Person | 'self', options?: MemoryOptions): CommentsAdapter => bend(create(person, options), person);

  const key = name;
  const editors = create('moderator');
  return {
    discussion: { key, url: `https://example.org/${name}`, title: 'An article' },
    another: { key: `${name}-another`, url: `https://example.org/${name}-another`, title: 'Another article' },
    adapter: made('self'),
    as: (person) => made(person),
    fill: (planted) => fill(editors, key, planted),
    close: () => editors.close(key),
    reopen: async () => void (await editors.setClosed?.({ key, url: '' }, false, { signal: new AbortController().signal })),
    screened: { held: HELD, rejected: REJECTED },
    faulty: (fault) => {
      const options = faultyOptions(fault);
      return options && made('self', options);
    },
  };
}

/** What can go wrong in a page without a line to a backend. */
function faultyOptions({ type, onRequest }: Fault): MemoryOptions | undefined {
  switch (type) {
    case 'silent':
      return {
        delay: FOR_EVER,
        faults: ({ method }) => {
          onRequest(method === 'submit' ? 'POST' : 'GET');
          return undefined;
        },
      };
    case 'lost-answer':
      return { faults: ({ method, attempt }) => (method === 'submit' && attempt === 1 ? 'lost-answer' : undefined) };
    case 'offline':
      return {
        faults: ({ method }) => {
          onRequest(method === 'submit' ? 'POST' : 'GET');
          return new AdapterError('network', 'Offline');
        },
      };
    default:
      return undefined;
  }
}

function fill(editors: MemoryAdapter, key: string, planted: readonly Planted[]): readonly string[] | undefined {
  // Here a status is the contract's own word, so that there is none that the adapter does not know.
  if (planted.some(({ status }) => status !== undefined)) return undefined;
  const ids = planted.map((_, place) => `planted-${place + 1}`);
  planted.forEach(({ text, parent }, place) => {
    const comment: Comment = {
      id: ids[place] as string,
      parentId: parent === undefined ? null : parent === 'gone' ? 'long-gone' : ids[parent],
      author: { id: 'eve', name: 'Eve' },
      body: { format: 'text', value: text },
      createdAt: new Date(Date.UTC(2026, 0, 1, 12, place)).toISOString(),
    };
    editors.add(key, comment);
  });
  return ids;
}
