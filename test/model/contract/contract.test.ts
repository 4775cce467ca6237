import { expect } from 'chai';
import type {
  Author,
  Comment,
  CommentPage,
  DiscussionInfo,
  Features,
  ReportReason,
  ReportReceipt,
  SubmitResult,
  Viewer,
  Votes,
} from '../../../src/model/adapter.js';
import * as contract from '../../../src/model/contract/contract.js';
import { type author, type body } from '../../../src/model/contract/archive.js';
import type * as results from '../../../src/model/contract/results.js';
import { problemsOf } from '../../../src/model/contract/explain.js';
import { type CheckedMethod, quickChecks } from '../../../src/model/contract/quick-check.js';
import type { Decoded } from '../../../src/model/contract/schema.js';
import { comment } from '../../support/fake-backend.js';

/**
 * The path and the type of every value in a type, such as `['.votes?.up?', number]`. The compiler takes nested types for equal from the
 * third level on; a union it compares in full.
 */
type Leaves<T, Path extends string = ''> = T extends readonly (infer Item)[]
  ? Leaves<Item, `${Path}[]`>
  : T extends object
    ? {
        [Name in keyof T & string]-?: Leaves<
          Exclude<T[Name], undefined>,
          `${Path}.${Name}${undefined extends T[Name] ? '?' : ''}`
        >;
      }[keyof T & string]
    : [Path, T];

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Fails to compile, with the decoder's name, if it decodes another type than the contract's. */
type Same<Decode, T> = Equal<Leaves<Decoded<Decode>>, Leaves<T>>;

/** Checked by the compiler. */
const typesAreEqual: {
  readonly author: Same<typeof author, Author>;
  readonly body: Same<typeof body, Comment['body']>;
  readonly comment: Same<typeof contract.comment, Comment>;
  readonly page: Same<typeof contract.page, CommentPage>;
  readonly viewer: Same<typeof contract.viewer, Viewer>;
  readonly votes: Same<typeof contract.votes, Votes>;
  readonly info: Same<typeof contract.info, DiscussionInfo>;
  readonly submitResult: Same<typeof results.submitResult, SubmitResult>;
  readonly receipt: Same<typeof results.receipt, ReportReceipt>;
  readonly reportReason: Same<typeof contract.reportReason, ReportReason>;
  readonly features: Same<typeof contract.features, Features>;
} = {
  author: true,
  body: true,
  comment: true,
  page: true,
  viewer: true,
  votes: true,
  info: true,
  submitResult: true,
  receipt: true,
  reportReason: true,
  features: true,
};

/** Values of many types, for any member. */
const VALUES: readonly unknown[] = [
  ...[undefined, null, '', 'x', 7, -1, 1.5, true, [], {}, ['staff'], [{ id: 'a', label: 'A' }], new Date(0)],
  ...['visible', 'pending', 'approved', 'text', 'open', 'paused', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00+0200'],
  ...[{ format: 'text', value: 'x' }, { format: 'text' }, { name: 'Ada' }, { name: 5 }, { id: 7, name: 'Ada' }],
  ...[
    { name: 'A', badges: [5] },
    { name: 'A', badges: ['staff'] },
    { next: 'x' },
    { body: { value: 5 } },
    { url: '/' },
  ],
];

const COMMENT_MEMBERS: readonly (keyof Comment)[] = [
  ...(['id', 'parentId', 'replyTo', 'author', 'body', 'createdAt', 'editedAt', 'status', 'votes', 'replies'] as const),
  ...(['can', 'pinned', 'decision', 'source', 'preceding'] as const),
];

/** Every member of `base` with every value. */
const variantsOf = (base: object, names: readonly string[]): readonly object[] =>
  names.flatMap((name) => VALUES.map((value) => ({ ...base, [name]: value })));

const passes = (method: CheckedMethod, value: unknown): boolean => Boolean(quickChecks[method](value as never));

describe('the contract', () => {
  it('decodes the types that adapters are written against, at every depth', () => {
    expect(Object.values(typesAreEqual)).to.not.include(false);
  });

  it('accepts only what the quick check accepts', () => {
    const cases: readonly [CheckedMethod, (value: unknown) => readonly string[], readonly object[]][] = [
      ['get', (value) => problemsOf(contract.comment, value, ''), variantsOf(comment('First.'), COMMENT_MEMBERS)],
      [
        'list',
        (value) => problemsOf(contract.page, value, ''),
        variantsOf({ items: [comment('First.')] }, ['items', 'next', 'total']),
      ],
      [
        'open',
        (value) => problemsOf(contract.info, value, ''),
        variantsOf({ state: 'open' }, ['state', 'policy', 'viewer', 'total']),
      ],
    ];
    let sound = 0;
    for (const [method, problems, values] of cases)
      for (const value of values)
        if (problems(value).length === 0) {
          sound++;
          expect(passes(method, value), `${method}: ${JSON.stringify(value)}`).to.equal(true);
        }
    expect(sound).to.be.greaterThan(50);
  });

  it('rejects or repairs what fails the quick check', () => {
    for (const [value, member] of [
      [{ id: 7 }, 'id'],
      [{ parentId: {} }, 'parentId'],
      [{ body: 'x' }, 'body'],
      [{ author: 'Ada' }, 'author'],
      [{ author: { name: 'A', id: 7 } }, 'author.id'],
      [{ author: { name: 'A', badges: 'staff' } }, 'author.badges'],
      [{ createdAt: 'yesterday' }, 'createdAt'],
      [{ status: 'approved' }, 'status'],
      [{ can: null }, 'can'],
      [{ replies: [] }, 'replies'],
    ] as const) {
      const broken = { ...comment('First.'), ...value };
      expect(passes('get', broken), member).to.equal(false);
      expect(problemsOf(contract.comment, broken, 'comment').join(), member).to.contain(`comment.${member} is`);
    }
  });
});
