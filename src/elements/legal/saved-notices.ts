/**
 * The addresses of the pages with the decisions on notices that were sent from this browser. They outlast the page, because the backend
 * does not recognise a guest who returns. Another script may have written what is stored.
 */
import { webUrl } from '../../content/safe-url.js';
import type { CommentId } from '../../model/adapter.js';
import { readJson, writeJson } from '../page/storage.js';
import type { Section } from '../section.js';
import { NOTICES_KEY } from './notices-key.js';

/** 18 months in milliseconds: the 12 that the server waits for a decision, and the 6 in which it can be contested. */
const MAX_AGE = 548 * 86_400_000;

/** `discussion`: its key. `at`: when the notice was sent, in milliseconds since the epoch. */
type SavedNotice = readonly [discussion: string | undefined, comment: CommentId, url: string, at: number];

type NoticePlace = Pick<Section, 'store'>;

/** The address of the page with the decision on the notice about a comment. Undefined if none is saved. */
export const savedAddress = (comment: CommentId, section: NoticePlace): string | undefined =>
  savedNotices().find(isAbout(comment, section))?.[2];

/** Saves an address for the next visit, in place of an earlier one; one that is not a web address is never read. Undefined removes it. */
export function saveAddress(url: string | undefined, comment: CommentId, section: NoticePlace): void {
  const isSame = isAbout(comment, section);
  const notices = savedNotices().filter((notice) => !isSame(notice));
  if (url) notices.push([section.store.state.discussion?.key, comment, url, Date.now()]);
  writeJson('localStorage', NOTICES_KEY, notices.length > 0 ? notices : undefined);
}

const isAbout =
  (comment: CommentId, { store }: NoticePlace) =>
  ([discussion, id]: SavedNotice): boolean =>
    discussion === store.state.discussion?.key && id === comment;

function savedNotices(): SavedNotice[] {
  const stored = readJson('localStorage', NOTICES_KEY);
  return Array.isArray(stored) ? stored.filter(isUsable) : [];
}

const isUsable = (entry: unknown): entry is SavedNotice =>
  Array.isArray(entry) &&
  typeof entry[2] === 'string' &&
  webUrl(entry[2]) !== undefined &&
  Date.now() - (entry[3] as number) < MAX_AGE;
