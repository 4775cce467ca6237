import type { TemplateResult } from 'lit';
import { bodyElement } from '../content/body-element.js';
import type { Formats } from '../i18n/formats.js';
import type { ReadingMessages } from '../i18n/messages.js';
import type { Comment, CommentsAdapter } from '../model/adapter.js';
import { commentsInOrder, type DiscussionState } from '../model/discussion-state.js';
import { commentRow, type CommentView, noteOf } from './comment-row.js';
import { permalink, PREFIX } from './page-address.js';
import { reportingOf } from './reporting.js';
import type { Row } from './row-list.js';

interface Circumstances {
  readonly messages: ReadingMessages;
  readonly formats: Formats;
  readonly adapter: CommentsAdapter | undefined;
  readonly reportHref: string | undefined;
  /** True: times are written in full. */
  readonly isAbsolute: boolean;
  /** The report form of a comment, if it is open. */
  readonly formOf: (comment: Comment) => TemplateResult | undefined;
}

/** The rows of a discussion as they are at present. */
export function commentRows(
  state: DiscussionState,
  { messages, formats, adapter, reportHref, isAbsolute, formOf }: Circumstances,
): readonly Row[] {
  const now = Date.now();
  return commentsInOrder(state).map((comment) => {
    const { id, status, createdAt } = comment;
    const created = Date.parse(createdAt);
    const link = permalink(id);
    const view: CommentView = {
      comment,
      body: bodyElement(comment.body),
      messages,
      formats,
      time: isAbsolute || !created ? undefined : (formats.relative(created, now) ?? messages.justNow),
      permalink: link,
      note: noteOf(comment, messages),
      reporting: reportingOf(comment, state, { adapter, reportHref, permalink: link }),
      form: formOf(comment),
    };
    return { id: PREFIX + id, className: status === 'pending' ? 'row held' : 'row', view, draw: () => commentRow(view) };
  });
}
