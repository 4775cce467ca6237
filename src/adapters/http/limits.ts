/** Limits that the contract, `openapi.yaml`, sets on requests. */
import type { DiscussionRef } from '../../model/adapter.js';

/** Most top-level comments, or replies, that one request may ask for. */
export const MAX_PAGE_SIZE = 100;

/** Most discussions that one request may ask the counts of. */
export const MAX_COUNTED_DISCUSSIONS = 100;

/** Drops half of a surrogate pair at the end, which is invalid Unicode and which backends reject. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/\p{Surrogate}$/u, '');

/** The discussion, with its URL and title cut to the longest that a backend accepts. Both are only informative. */
export const withinLimits = ({ key, url, title }: DiscussionRef): DiscussionRef => ({
  key,
  url: cut(url, 2000),
  title: title && cut(title, 500),
});
