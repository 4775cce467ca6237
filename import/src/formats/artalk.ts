/** Artalk: an Artrans file, which is an array of comments whose values are all strings. */
import { isObject, type JsonObject, readJson } from '../json.js';
import type { Receiver, SourceStatus } from '../source.js';
import { startsWithBlock, withLineBreaks } from '../text.js';
import { addressed, authorOf, countOf, filled, flagOf, idText, isoTime } from '../values.js';
import type { Reader } from './reader.js';

export const artalk: Reader = (input, receiver, { offset }) =>
  readJson(input, ['[]'], receiver, (_, value, line) => {
    if (isObject(value)) readComment(value, line, receiver, offset);
    else receiver.problem('not a comment', { line });
  });

function readComment(value: JsonObject, line: number, receiver: Receiver, offset: number): void {
  const id = idText(value.id);
  const address = filled(value.page_key);
  if (id === undefined || address === undefined)
    return receiver.problem('the comment has no id or no page_key', { line, record: `comment ${id ?? ''}`.trim() });
  const parentId = idText(value.rid);
  const label = filled(value.badge_name);
  const text = filled(value.content) ?? '';
  const [up, down] = [countOf(value.vote_up), countOf(value.vote_down)];
  const createdAt = isoTime(value.created_at, offset);
  const site = filled(value.site_name);
  receiver.comment(
    receiver.page({
      ...addressed(address),
      site,
      title: filled(value.page_title),
      closed: flagOf(value.page_admin_only),
    }),
    {
      id,
      parentId: parentId === undefined || parentId === id ? null : parentId,
      author: authorOf({
        name: value.nick,
        url: value.link,
        badges: [label !== undefined && { id: 'label', label }],
      }),
      body: startsWithBlock(text)
        ? { format: 'html', value: text }
        : { format: 'markdown', value: withLineBreaks(text) },
      createdAt,
      editedAt: editedAt(createdAt, isoTime(value.updated_at, offset)),
      votes: up === undefined && down === undefined ? undefined : { up: up ?? 0, ...(down !== undefined && { down }) },
      pinned: flagOf(value.is_pinned),
      status: statusOf(value),
    },
  );
}

/** A comment that was only stored has almost the same two times. */
const editedAt = (created: string | undefined, updated: string | undefined): string | undefined =>
  created !== undefined && updated !== undefined && Date.parse(updated) - Date.parse(created) > 1000
    ? updated
    : undefined;

const statusOf = (value: JsonObject): SourceStatus => (flagOf(value.is_pending) ? 'held' : 'visible');
