/** A response to `GET /discussion` with every member of the contract, and copies of it with one wrong member. */
import type { Comment, Decision, DiscussionInfo } from '../../src/model/adapter.js';

const time = '2026-11-24T10:00:00Z';
const body = { format: 'text', value: 'Be kind.' } as const;
const redress = { message: 'Write to us.', href: 'https://news.example/redress' };
const author = {
  id: 'tom',
  name: 'Tom',
  url: 'https://news.example/tom',
  avatar: 'https://news.example/tom.png',
  badges: ['staff', { id: 'fan', label: 'Fan' }] as const,
};

const decision: Decision = {
  measure: 'kept',
  ground: 'law',
  rule: 'A',
  facts: 'B',
  basis: 'notice',
  automatedDetection: true,
  automated: true,
  territory: 'Germany',
  until: time,
  decidedAt: time,
  redress,
};

export const wholeComment: Comment = {
  id: '7',
  parentId: '6',
  replyTo: { id: '5', name: 'Ada' },
  author,
  body,
  source: 'Be kind.',
  createdAt: time,
  editedAt: time,
  permalink: 'https://news.example/#7',
  status: 'visible',
  votes: { up: 2, down: 1, score: 1, mine: 1 },
  replies: { total: 3, next: '2' },
  can: { reply: true, edit: true, remove: true, vote: true, report: true, pin: true, hide: true, ban: true },
  editableUntil: time,
  revision: '1',
  pinned: true,
  featured: true,
  reported: true,
  decision,
  ban: { by: 'Eve', until: time },
  preceding: { oldest: 6, newest: 2, top: 1 },
};

export const wholeInfo: DiscussionInfo = {
  state: 'open',
  stateMessage: 'Open for a week.',
  closesAt: '2126-11-24T10:00:00Z',
  closedAt: time,
  opensAt: time,
  viewer: { state: 'signed-in', author, moderator: true, warning: { id: 'w', message: 'Calm down.' } },
  posting: {
    who: 'signed-in',
    guest: { name: { required: true, neverShown: false }, email: { required: true, neverShown: true } },
    max: { value: 500, unit: 'chars' },
    min: 2,
    premoderated: true,
    notify: 'on',
    refusal: {
      reason: 'banned',
      until: time,
      message: 'Not now.',
      href: 'https://news.example/why',
      label: 'Why',
      decision,
    },
  },
  total: 9,
  now: time,
  can: { close: true },
  decisions: { rules: ['Stay on topic.'], required: true },
  policy: { body, url: 'https://news.example/policy' },
  message: body,
  feedUrl: 'https://news.example/feed',
};

export const wholeResponse = {
  discussion: wholeInfo,
  page: { items: [wholeComment], next: '2', total: 9, totalCounts: 'roots', truncated: true },
  position: '1',
} as const;

/** Values of every type, for any member. */
export const WRONG_VALUES: readonly unknown[] = [
  null,
  '',
  'no such word',
  7,
  -1,
  1.5,
  true,
  [],
  ['x'],
  [null],
  {},
  undefined,
];

type Path = readonly string[];

/** The paths of all members of a value, at every depth. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, member]) => pathsIn(member, [...path, name]));
  return path.length > 0 ? [path, ...inner] : inner;
}

/** A copy with another value at the path; without one, if that is undefined. */
export function withMember<T>(value: T, path: Path, member: unknown): T {
  // Not `structuredClone`, in whose copy an object in two places is one object, too.
  const copy = JSON.parse(JSON.stringify(value)) as T;
  const owner = path.slice(0, -1).reduce<unknown>((found, name) => Reflect.get(Object(found) as object, name), copy);
  Reflect.set(owner as object, path.at(-1)!, member);
  return copy;
}
