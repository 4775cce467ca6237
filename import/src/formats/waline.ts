/** Waline and Valine: an export of LeanCloud (JSON lines, or `results`), an array, Waline's own export, or CSV. */
import { readCsv } from '../csv.js';
import { isObject, type JsonObject, readJson } from '../json.js';
import type { Input } from '../input.js';
import { ImportError, type Receiver, silentReceiver, type SourceComment, type SourceStatus } from '../source.js';
import { startsWithBlock, withLineBreaks } from '../text.js';
import { addressed, authorOf, countOf, filled, flagOf, idText, isoTime } from '../values.js';
import type { Reader } from './reader.js';

interface User {
  readonly name: unknown;
  readonly url: unknown;
  readonly isModerator: boolean;
  readonly label: string | undefined;
}

export const waline: Reader = async (input, receiver, { offset }) => {
  const start = await firstText(input);
  const isWhole = /^\s*\{\s*"(?:results|type|version|time|tables|data)"/.test(start);
  const users = isWhole ? await readUsers(input) : new Map<string, User>();
  const read = (row: JsonObject, line: number): void => readComment(row, line, users, receiver, offset);
  if (/^\s*["\w]+,/.test(start)) await readTable(input, receiver, read);
  else {
    const containers = isWhole ? ['{}', 'results[]', 'data{}', 'data.Comment[]'] : ['[]'];
    const hasComments = (path: string): boolean => (isWhole ? path.endsWith('[]') : true);
    await readJson(input, containers, receiver, (path, value, line) => {
      if (!hasComments(path)) return;
      if (isObject(value)) read(value, line);
      else receiver.problem('not a comment', { line });
    });
  }
};

/** The beginning of a file without the remarks of LeanCloud. */
async function firstText(input: Input): Promise<string> {
  for await (const text of input.text()) return text.replace(/^(?:\s*#[^\n]*\n)+/, '');
  throw new ImportError(`${input.path} is empty.`);
}

async function readUsers(input: Input): Promise<ReadonlyMap<string, User>> {
  const users = new Map<string, User>();
  await readJson(input, ['{}', 'data{}', 'data.Users[]'], silentReceiver, (path, user) => {
    const id = isObject(user) ? objectId(user) : undefined;
    if (path !== 'data.Users[]' || !isObject(user) || id === undefined) return;
    users.set(id, {
      name: user.display_name,
      url: user.url,
      isModerator: user.type === 'administrator',
      label: filled(user.label),
    });
  });
  return users;
}

async function readTable(
  input: Input,
  receiver: Receiver,
  onRow: (row: JsonObject, line: number) => void,
): Promise<void> {
  let header: readonly string[] | undefined;
  for await (const { fields, line } of readCsv(input.text())) {
    if (!header) {
      header = fields;
      if (!header.includes('comment') || !header.includes('url'))
        throw new ImportError(`${input.path} has no columns "comment" and "url" in its first line.`);
    } else if (fields.length === header.length)
      onRow(Object.fromEntries(header.map((name, index) => [name, fields[index]])), line);
    else if (fields.length > 1 || fields[0] !== '')
      receiver.problem(`${fields.length} fields instead of ${header.length}`, { line });
  }
}

/** The id of an object: of LeanCloud and Waline, of MongoDB, or of a table. */
const objectId = ({ objectId: leanCloud, _id: mongo, id }: JsonObject): string | undefined =>
  idText(leanCloud) ?? idText(isObject(mongo) ? mongo.$oid : mongo) ?? idText(id);

/** A time as LeanCloud, MongoDB or a table has it. */
function timeOf(value: unknown, offset: number): string | undefined {
  if (!isObject(value)) return isoTime(value, offset);
  return isoTime(value.iso ?? value.$date, offset);
}

function readComment(
  row: JsonObject,
  line: number,
  users: ReadonlyMap<string, User>,
  receiver: Receiver,
  offset: number,
): void {
  const id = objectId(row);
  const address = filled(row.url);
  if (id === undefined || address === undefined)
    return receiver.problem('the comment has no id or no url', { line, record: `comment ${id ?? ''}`.trim() });
  const page = receiver.page(addressed(address));
  const created = [row.insertedAt, row.createdAt];
  if (created.some((time) => typeof time === 'string' && isoTime(time) !== isoTime(time, 1)) && offset === 0)
    receiver.warn('Times without a zone were read as UTC. If they are local, give --utc-offset +08:00.');
  const user = users.get(idText(row.user_id) ?? '');
  const { text, replyTo } = withoutMention(filled(row.comment) ?? '');
  const parentId = idText(row.pid) ?? idText(row.rid) ?? null;
  const up = countOf(row.like);
  const comment: SourceComment = {
    id,
    parentId,
    author: authorOf({
      id: user && idText(row.user_id),
      name: filled(user?.name) ?? row.nick,
      url: filled(user?.url) ?? row.link,
      badges: [user?.isModerator && 'moderator', user?.label !== undefined && { id: 'label', label: user.label }],
    }),
    body: startsWithBlock(text) ? { format: 'html', value: text } : { format: 'markdown', value: withLineBreaks(text) },
    createdAt: timeOf(row.insertedAt, offset) ?? timeOf(row.createdAt, offset),
    votes: up === undefined ? undefined : { up },
    pinned: flagOf(row.sticky),
    replyTo: replyTo && replyTo.id !== parentId ? replyTo : undefined,
    status: statusOf(row),
  };
  receiver.comment(page, comment);
}

function statusOf({ status, isSpam }: JsonObject): SourceStatus {
  if (flagOf(isSpam) || status === 'spam') return 'spam';
  // Valine has none.
  return status === undefined || status === null || status === '' || status === 'approved' ? 'visible' : 'held';
}

const mention =
  /^(\s*<p>)?\s*(?:\[@([^\]]*)\]\(#([\w-]+)\)|<a class="at" href="#([\w-]+)"[^<>]*>@([^<]*)<\/a>)\s*[:,，]?\s*/;

/** Replies start with a link to the comment that they reply to, which leads nowhere on another page. */
function withoutMention(text: string): { readonly text: string; readonly replyTo?: SourceComment['replyTo'] } {
  const match = mention.exec(text);
  if (!match) return { text };
  const [whole, paragraph = '', name, id, htmlName, htmlId] = [
    match[0],
    match[1],
    match[2],
    match[3],
    match[5],
    match[4],
  ];
  const author = authorOf({ name: name ?? htmlName });
  const rest = paragraph + text.slice(whole.length);
  return { text: rest, ...(author && { replyTo: { id: (id ?? htmlId)!, name: author.name } }) };
}
