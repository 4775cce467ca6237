/** The fields for the address and the title of an article, which a moderator can set. */
import type { DiscussionRow } from '../database/tables.js';
import type { DiscussionChange } from '../discussion/change-discussion.js';
import { Problem } from '../http/problem.js';
import { webPage } from '../pages/own-page.js';
import { maxTitle, pageTitle } from '../pages/page-title.js';
import type { DiscussionView } from './discussion-view.js';
import { valueOf, type Form } from './form.js';

interface PageFields {
  readonly url: string;
  readonly title: string | null;
}

/** What the fields show. */
export function pageOf(row: Pick<DiscussionRow, 'url' | 'title' | 'page_by'> | undefined): DiscussionView['page'] {
  const field = (value: string): DiscussionView['page']['url'] =>
    row?.page_by === 'moderator' ? { set: value, found: '' } : { set: '', found: value };
  return { url: field(row?.url ?? ''), title: field(row?.title ?? '') };
}

/** Throws a `Problem` for an address that is not one of a page. */
export function readPageFields(form: Form): PageFields {
  const [address, title] = [valueOf(form, 'url').trim(), valueOf(form, 'title')];
  const url = address === '' ? '' : webPage(address);
  if (url === undefined || url.length > 2000)
    throw new Problem(
      'invalid',
      `"${address.slice(0, 100)}" is not the address of a page. Use one like https://news.example/article.`,
    );
  if (title.length > maxTitle)
    throw new Problem('invalid', `The title is longer than ${maxTitle} characters. Shorten it.`);
  return { url, title: pageTitle(title) };
}

/** Sets what a moderator has entered. With both fields empty, the page itself decides again. */
export function setPageByModerator(change: DiscussionChange, { url, title }: PageFields): void {
  const { page_by: by, url: before, title: titleBefore } = change.discussion;
  const isSet = by === 'moderator';
  if (url === '' && title === null) {
    if (isSet) change.setPage({ url: '', title: null, page_by: null });
    return;
  }
  change.setPage({
    url: url || (isSet ? '' : before),
    title: title ?? (isSet ? null : titleBefore),
    page_by: 'moderator',
    page_suggested: null,
  });
}
