/** remark42: a backup, which is a header and then one JSON object for each comment. */
import { isObject, type JsonObject, readJson } from '../json.js';
import { ImportError, type Receiver } from '../source.js';
import type { Votes } from 'article-comments/rules.js';
import { addressed, authorOf, filled, idText, isoTime, numberOf } from '../values.js';
import type { Reader } from './reader.js';

export const remark42: Reader = async (input, receiver) => {
  const verified = new Set<string>();
  const closed = new Set<string>();
  const readHeader = ({ version, users, posts }: JsonObject): void => {
    if (version !== 0 && version !== 1 && version !== undefined)
      throw new ImportError(`${input.path} has version ${JSON.stringify(version)} of remark42's backups, not 0 or 1.`);
    for (const user of objects(users)) if (user.verified === true) verified.add(String(user.id));
    for (const post of objects(posts)) if (post.read_only === true) closed.add(String(post.url));
  };
  await readJson(input, [], receiver, (_, value, line) => {
    if (!isObject(value)) return receiver.problem('not a comment', { line });
    if (value.locator === undefined && ('version' in value || 'users' in value)) return readHeader(value);
    readComment(value, line, receiver, verified, closed);
  });
};

const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

function readComment(
  value: JsonObject,
  line: number,
  receiver: Receiver,
  verified: ReadonlySet<string>,
  closed: ReadonlySet<string>,
): void {
  const id = idText(value.id);
  const address = isObject(value.locator) ? filled(value.locator.url) : undefined;
  if (id === undefined || address === undefined)
    return receiver.problem('the comment has no id or no locator.url', { line, record: `comment ${id ?? ''}`.trim() });
  const user = isObject(value.user) ? value.user : {};
  const parentId = idText(value.pid);
  receiver.comment(receiver.page({ ...addressed(address), closed: closed.has(address) }), {
    id,
    // Imports from Commento have "root".
    parentId: parentId === undefined || parentId === 'root' ? null : parentId,
    // The id of a user is a hash of a name, of an email address or of an account elsewhere.
    author: authorOf({
      name: user.name,
      badges: [
        user.admin === true && 'moderator',
        (user.verified === true || verified.has(String(user.id))) && 'verified',
      ],
      isEscaped: true,
    }),
    body: { format: 'html', value: filled(value.text) ?? '' },
    createdAt: isoTime(value.time),
    editedAt: isObject(value.edit) ? isoTime(value.edit.time) : undefined,
    votes: votesOf(value),
    pinned: value.pin === true,
    status: value.delete === true ? 'deleted' : 'visible',
  });
}

/** The votes are by the ids of voters, which stay behind. Old backups have the score alone. */
function votesOf({ votes, score }: JsonObject): Votes | undefined {
  const each = isObject(votes) ? Object.values(votes) : [];
  const up = each.filter((vote) => vote === true).length;
  const down = each.filter((vote) => vote === false).length;
  if (up + down > 0) return { up, down };
  const number = numberOf(score);
  return number ? { score: number } : undefined;
}
