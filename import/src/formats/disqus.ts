/** Disqus: the XML file of "Export comments" (http://disqus.com/api/schemas/1.0/disqus.xsd). */
import { parseWebUrl } from 'article-comments/rules.js';
import {
  ImportError,
  type PageRef,
  type Receiver,
  type SourceComment,
  type SourcePage,
  type SourceStatus,
} from '../source.js';
import { decodeEntities, withoutDisqusRedirects } from '../text.js';
import { authorOf, isoTime } from '../values.js';
import { child, childText, readXml, type XmlNode } from '../xml.js';
import type { Reader } from './reader.js';

/** An attribute of Disqus's internal namespace, whatever its prefix is. */
function disqusId(node: XmlNode | undefined): string | undefined {
  const found = Object.entries(node?.attributes ?? {}).find(([name]) => name.endsWith(':id'));
  return found?.[1].trim() || undefined;
}

const isTrue = (node: XmlNode, name: string): boolean => childText(node, name) === 'true';

export const disqus: Reader = async (input, receiver) => {
  /** The articles by their id in the file. Null: deleted. */
  const pages = new Map<string, PageRef | null>();
  /** Comments that come before their article. */
  const early: (readonly [string, SourceComment])[] = [];

  const readPost = (node: XmlNode): void => {
    const comment = commentOf(node, receiver);
    if (!comment) return;
    const thread = child(node, 'thread');
    const id = disqusId(thread) ?? thread?.text.trim() ?? '';
    const page = pages.get(id);
    if (page === undefined) early.push([id, comment]);
    else deliver(page, comment, receiver);
  };
  const options = {
    root: 'disqus',
    depth: 1,
    wrongRoot(name: string): never {
      const remedy = name === 'rss' ? ' Use the format wordpress.' : '';
      throw new ImportError(`${input.path} is not an export of Disqus: its root element is <${name}>.${remedy}`);
    },
  };
  await readXml(input, options, receiver, (node) => {
    if (node.name === 'post') readPost(node);
    else if (node.name === 'thread') {
      const id = disqusId(node) ?? childText(node, 'id');
      if (id === undefined) return receiver.problem('the article has no id', { line: node.line, record: 'thread' });
      const page = pageOf(node, id);
      pages.set(id, page && receiver.page(page));
    }
  });
  for (const [id, comment] of early) {
    const page = pages.get(id);
    if (page === undefined) receiver.leaveOut('on an article that is not in the file');
    else deliver(page, comment, receiver);
  }
  receiver.warn('Disqus does not mark comments that wait for review. If there are any, they are imported as visible.');
};

function deliver(page: PageRef | null, comment: SourceComment, receiver: Receiver): void {
  if (page) receiver.comment(page, comment);
  else receiver.leaveOut('on a deleted article');
}

function pageOf(node: XmlNode, id: string): SourcePage | null {
  if (isTrue(node, 'isDeleted')) return null;
  const identifier = childText(node, 'id');
  const link = childText(node, 'link') ?? (identifier && parseWebUrl(identifier) ? identifier : undefined);
  return {
    id,
    identifier,
    url: link && parseWebUrl(link) ? link : undefined,
    path: !link && identifier?.startsWith('/') ? identifier : undefined,
    // Titles are often escaped twice.
    title: decodeEntities(childText(node, 'title') ?? ''),
    closed: isTrue(node, 'isClosed'),
    createdAt: isoTime(childText(node, 'createdAt')),
  };
}

function commentOf(node: XmlNode, receiver: Receiver): SourceComment | undefined {
  const id = disqusId(node) ?? childText(node, 'id');
  if (id === undefined) {
    receiver.problem('the comment has no id', { line: node.line, record: 'post' });
    return undefined;
  }
  const author = child(node, 'author');
  return {
    id,
    parentId: disqusId(child(node, 'parent')) ?? null,
    author: author
      ? authorOf({ name: childText(author, 'name'), badges: [isTrue(author, 'isAnonymous') && 'guest'] })
      : null,
    body: { format: 'html', value: withoutDisqusRedirects(childText(node, 'message') ?? '') },
    createdAt: isoTime(childText(node, 'createdAt')),
    status: statusOf(node),
  };
}

function statusOf(node: XmlNode): SourceStatus {
  if (isTrue(node, 'isSpam')) return 'spam';
  return isTrue(node, 'isDeleted') ? 'deleted' : 'visible';
}
