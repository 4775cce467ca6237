/** Who and what every journey is about: two windows, two people with accounts and guests, three articles with comments to reply to. */
import type { Comment, Posting, Viewer } from '../../../src/model/adapter.js';

/** The two tabs of one browser. */
export const TABS = ['left', 'right'] as const;
export type TabId = (typeof TABS)[number];

/** The keys of the three discussions. */
export const ARTICLES = ['pier', 'mole', 'quay'] as const;
export type Article = (typeof ARTICLES)[number];

export const ACCOUNTS = ['ann', 'bo'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Who reads in a tab: somebody with an account, or anybody without one. */
export type Reader = Account | 'guest';

export const READERS: readonly Reader[] = ['guest', ...ACCOUNTS];

export const NAMES: Readonly<Record<Account, string>> = { ann: 'Ann', bo: 'Bo' };

/** The comments that each discussion begins with; readers may reply to them. */
export const SEEDED = ['1', '2'] as const;

/** Where a text belongs: null in the form for new comments, otherwise the comment it replies to. */
export type Parent = string | null;

export const viewerOf = (reader: Reader): Viewer =>
  reader === 'guest' ? { state: 'anonymous' } : { state: 'signed-in', author: { id: reader, name: NAMES[reader] } };

/** At the quay one has to sign in; elsewhere a guest gives a name and an e-mail address. */
export function postingAt(article: Article): Posting {
  if (article === 'quay') return { who: 'signed-in' };
  return { who: 'anyone', guest: { name: { required: true }, email: { required: article === 'mole' } } };
}

export function seedsOf(article: Article, now: number): readonly Comment[] {
  return SEEDED.map((id, index) => ({
    id: `${article}-${id}`,
    author: { id: 'maren', name: 'Maren' },
    body: { format: 'text', value: `The ${article} as it was, part ${id}.` },
    createdAt: new Date(now - (SEEDED.length - index) * 3_600_000).toISOString(),
  }));
}
