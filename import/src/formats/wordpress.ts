/** WordPress: the file of "Tools → Export" (WXR 1.0 to 1.3). */
import { parseWebUrl } from 'article-comments/rules.js';
import { ImportError, type Receiver, type SourceComment, type SourceStatus } from '../source.js';
import { withParagraphs } from '../text.js';
import { authorOf, idText, isoTime } from '../values.js';
import { childText, readXml, type XmlNode } from '../xml.js';
import type { Reader } from './reader.js';

export const wordpress: Reader = async (input, receiver) => {
  /** Logins of the site's writers by the id of their account. */
  const logins = new Map<string, string>();
  const options = {
    root: 'rss',
    depth: 2,
    // The namespace has http or https, and one of four versions.
    prefixes: [[/wordpress\.org\/export\/1\./, 'wp'] as const],
    wrongRoot(name: string): never {
      const remedy = name === 'disqus' ? ' Use the format disqus.' : '';
      throw new ImportError(`${input.path} is not an export of WordPress: its root element is <${name}>.${remedy}`);
    },
  };
  await readXml(input, options, receiver, (node) => {
    if (node.name === 'wp:author') {
      const id = childText(node, 'wp:author_id');
      if (id !== undefined) logins.set(id, childText(node, 'wp:author_login') ?? '');
    } else if (node.name === 'item') readItem(node, logins, receiver);
  });
};

function readItem(item: XmlNode, logins: ReadonlyMap<string, string>, receiver: Receiver): void {
  const comments = item.children.filter(({ name }) => name === 'wp:comment');
  if (comments.length === 0) return;
  const secrecy = secrecyOf(item);
  if (secrecy !== undefined) {
    for (const _ of comments) receiver.leaveOut(secrecy);
    return;
  }
  const link = childText(item, 'link');
  const page = receiver.page({
    id: childText(item, 'wp:post_id'),
    url: link && parseWebUrl(link) ? link : undefined,
    path: link?.startsWith('/') ? link : undefined,
    title: childText(item, 'title'),
    closed: childText(item, 'wp:comment_status') === 'closed',
    createdAt: isoTime(childText(item, 'wp:post_date_gmt')),
  });
  const offset = offsetOf(item);
  const writer = childText(item, 'dc:creator');
  for (const node of comments) {
    const comment = commentOf(
      node,
      receiver,
      offset,
      (account) => writer !== undefined && logins.get(account) === writer,
    );
    if (comment) receiver.comment(page, comment);
  }
}

/** Why readers of the site cannot see an article. Undefined if they can. */
function secrecyOf(item: XmlNode): string | undefined {
  const status = childText(item, 'wp:status') ?? 'publish';
  if (childText(item, 'wp:post_password') !== undefined) return 'on an article with a password';
  if (status === 'publish') return undefined;
  return status === 'inherit' ? 'on an attachment' : `on an article that is not published (${status})`;
}

/** Minutes by which the site's clock was ahead of UTC when the article was published. */
function offsetOf(item: XmlNode): number | undefined {
  const [local, utc] = ['wp:post_date', 'wp:post_date_gmt'].map((name) =>
    Date.parse(isoTime(childText(item, name)) ?? ''),
  );
  const offset = (local! - utc!) / 60_000;
  return Math.abs(offset) <= 14 * 60 ? offset : undefined;
}

function commentOf(
  node: XmlNode,
  receiver: Receiver,
  offset: number | undefined,
  isWriter: (account: string) => boolean,
): SourceComment | undefined {
  const type = childText(node, 'wp:comment_type') ?? 'comment';
  if (type !== 'comment') {
    // Notes are remarks of the editors among themselves.
    const kinds = new Map([
      ['pingback', 'pingbacks and trackbacks'],
      ['trackback', 'pingbacks and trackbacks'],
      ['note', 'internal notes'],
      ['order_note', 'internal notes'],
    ]);
    receiver.leaveOut(kinds.get(type) ?? `of the type ${type}`);
    return undefined;
  }
  const id = idText(childText(node, 'wp:comment_id'));
  if (id === undefined) {
    receiver.problem('the comment has no id', { line: node.line, record: 'wp:comment' });
    return undefined;
  }
  const account = idText(childText(node, 'wp:comment_user_id'));
  const local = offset === undefined ? undefined : isoTime(childText(node, 'wp:comment_date'), offset);
  return {
    id,
    parentId: idText(childText(node, 'wp:comment_parent')) ?? null,
    author: authorOf({
      id: account && `user-${account}`,
      name: childText(node, 'wp:comment_author'),
      url: childText(node, 'wp:comment_author_url'),
      badges: [account !== undefined && isWriter(account) && 'author'],
      isEscaped: true,
    }),
    body: { format: 'html', value: withParagraphs(childText(node, 'wp:comment_content') ?? '') },
    createdAt: isoTime(childText(node, 'wp:comment_date_gmt')) ?? local,
    status: statusOf(childText(node, 'wp:comment_approved')),
  };
}

/** Programs that write only what was published leave the status out. An unknown one may be held. */
function statusOf(approved = '1'): SourceStatus {
  if (approved === '1' || approved === 'approved') return 'visible';
  if (approved === 'spam') return 'spam';
  return /^(?:post-)?trash/.test(approved) ? 'trashed' : 'held';
}
