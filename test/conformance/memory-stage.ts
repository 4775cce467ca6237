/** A stage on the memory adapter. Several people use one backend, which is a storage they share. */
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import type { Fault, Person, Planted, Stage } from '../../src/conformance.js';
import {
  AdapterError,
  type Comment,
  type CommentsAdapter,
  type DecisionForm,
  type Features,
  type Posting,
  type Viewer,
} from '../../src/model/adapter.js';

/** Settings of the backend. */
export interface Variant {
  readonly features?: Features;
  readonly posting?: Posting;
  /** What moderators are offered for the reasons of decisions. */
  readonly decisions?: DecisionForm;
  readonly repliesPerComment?: number;
  /** The user of the adapter under test. Default: signed in. */
  readonly viewer?: Viewer;
  /** Wraps the adapter of each person, for example to plant a fault. */
  readonly wrap?: (adapter: MemoryAdapter, person: Person | 'self') => CommentsAdapter;
}

/** Features of a backend that accepts notices of illegal content. */
export const NOTICES: Features = {
  report: {
    reasons: [{ id: 'illegal', form: 'notice' }, { id: 'child', form: 'notice', anonymous: true }, { id: 'spam' }],
  },
};

/** A backend that accepts the reasons of decisions. */
export const DECISIONS: Variant = { decisions: { rules: ['Rule 4'] } };

const HELD = 'A text to hold for review';
const REJECTED = 'A text to reject';

const viewers: Readonly<Record<Person | 'self', Viewer>> = {
  self: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } },
  other: { state: 'signed-in', author: { id: 'bo', name: 'Bo' } },
  guest: { state: 'anonymous' },
  moderator: { state: 'signed-in', author: { id: 'mo', name: 'Mo' }, moderator: true },
  banned: { state: 'signed-in', author: { id: 'bad', name: 'Bad' } },
  warned: { state: 'signed-in', author: { id: 'wa', name: 'Wa' }, warning: { id: 'w1', message: 'Calm down.' } },
};

/** A guest whose comments the backend recognises. */
export const RECOGNISED_GUEST: Viewer = { state: 'anonymous', author: { id: 'gast', name: '' } };

/** The maximum delay of a timer. */
const FOREVER = 2 ** 31 - 1;

let stages = 0;

export function memoryStage({ wrap = (adapter) => adapter, viewer = viewers.self, ...variant }: Variant = {}): Stage {
  const name = `conformance-${++stages}`;
  const entries = new Map<string, string>();
  const storage = {
    getItem: (entry: string) => entries.get(entry) ?? null,
    setItem: (entry: string, text: string) => void entries.set(entry, text),
  };
  const posting: Posting = {
    who: 'anyone',
    guest: { name: { required: true }, email: { required: false } },
    ...variant.posting,
  };
  const premoderated = `${name}-premoderated`;
  const create = (person: Person | 'self', options: MemoryOptions = {}): MemoryAdapter => {
    const adapter = memoryAdapter({
      storage,
      channel: name,
      viewer: person === 'self' ? viewer : viewers[person],
      ...(variant.features && { features: variant.features }),
      ...(variant.repliesPerComment !== undefined && { repliesPerComment: variant.repliesPerComment }),
      account: { id: 'gus', name: 'Gus' },
      info: {
        posting: person === 'banned' ? { ...posting, refusal: { reason: 'banned' } } : posting,
        ...(variant.decisions && { decisions: variant.decisions }),
      },
      moderate: ({ body, discussion }) => {
        const isHeld = discussion.key === premoderated || body.includes(HELD);
        return { outcome: isHeld ? 'pending' : body.includes(REJECTED) ? 'rejected' : 'published' };
      },
      ...options,
    });
    const open: CommentsAdapter['open'] = async (discussion, call) => {
      const info = await adapter.open(discussion, call);
      return discussion.key === premoderated ? { ...info, posting: { ...info.posting, premoderated: true } } : info;
    };
    return { ...adapter, open };
  };
  const adapterOf = (person: Person | 'self', options?: MemoryOptions): CommentsAdapter =>
    wrap(create(person, options), person);

  const key = name;
  const editors = create('moderator');
  return {
    discussion: { key, url: `https://example.org/${name}`, title: 'An article' },
    another: { key: `${name}-another`, url: `https://example.org/${name}-another`, title: 'Another article' },
    premoderated: { key: premoderated, url: `https://example.org/${premoderated}`, title: 'A premoderated article' },
    adapter: adapterOf('self'),
    as: (person) => adapterOf(person),
    fill: (planted) => fill(editors, key, planted),
    close: () => editors.close(key),
    reopen: async () =>
      void (await editors.setClosed?.({ key, url: '' }, false, { signal: new AbortController().signal })),
    decide: (id, decision) => editors.decide(key, id, decision),
    screened: { held: HELD, rejected: REJECTED },
    faulty: (fault) => {
      const options = faultyOptions(fault);
      return options && adapterOf('self', options);
    },
  };
}

/** Options that simulate a fault, if an adapter without a network can have it. */
function faultyOptions({ type, onRequest }: Fault): MemoryOptions | undefined {
  switch (type) {
    case 'silent':
      return {
        delay: FOREVER,
        faults: ({ method }) => {
          onRequest(method === 'submit' ? 'POST' : 'GET');
          return undefined;
        },
      };
    case 'lost-response':
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
  // This backend stores only the statuses of the contract, so none is unknown to the adapter.
  if (planted.some(({ status }) => status !== undefined)) return undefined;
  const ids = planted.map((_, index) => `planted-${index + 1}`);
  planted.forEach(({ text, parent }, index) => {
    const comment: Comment = {
      id: ids[index] as string,
      parentId: parent === undefined ? null : parent === 'gone' ? 'long-gone' : ids[parent],
      author: { id: 'eve', name: 'Eve' },
      body: { format: 'text', value: text },
      createdAt: new Date(Date.UTC(2026, 0, 1, 12, index)).toISOString(),
    };
    editors.add(key, comment);
  });
  return ids;
}
