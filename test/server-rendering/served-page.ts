/** What a reader without scripts finds in the markup of a server: by name, by role, by text. */
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Comment, CommentPage, DiscussionInfo } from '../../src/model/adapter.js';
import { type RenderedComments, renderPage, type RenderPageOptions } from '../../src/server.js';

export const discussion = { key: '42', url: 'https://news.example/articles/42', title: 'A bridge' };

/** Comment `id`, of minute `id` past ten. */
export function comment(id: string, more: Partial<Comment> = {}): Comment {
  return {
    id,
    author: { name: `Author ${id}` },
    body: { format: 'text', value: `Text ${id}` },
    createdAt: `2026-03-01T10:${id.padStart(2, '0').slice(-2)}:00Z`,
    ...more,
  };
}

interface Given {
  readonly comments?: readonly Comment[];
  readonly page?: Partial<CommentPage>;
  readonly info?: Partial<DiscussionInfo>;
  readonly options?: Partial<RenderPageOptions>;
}

export function render({ comments = [], page, info, options }: Given = {}): RenderedComments {
  return renderPage({ items: comments, ...page }, { state: 'open', ...info }, { discussion, ...options });
}

export const read = (given: Given = {}): ServedPart => new ServedPart(fromHtml(render(given).html, { fragment: true }));

export const readHtml = (html: string): ServedPart => new ServedPart(fromHtml(html, { fragment: true }));

/** The page, or a part of it. */
export class ServedPart {
  constructor(readonly node: Nodes) {}

  get text(): string {
    return textOf(this.node);
  }

  attribute(name: string): string | undefined {
    const { properties } = this.node as Element;
    const value = properties[name];
    if (value === undefined || value === null) return undefined;
    return Array.isArray(value) ? value.join(' ') : String(value);
  }

  get heading(): { readonly level: number; readonly text: string } | undefined {
    const found = this.all(({ node }) => /^h[1-6]$/.test((node as Element).tagName))[0];
    return found && { level: Number((found.node as Element).tagName.slice(1)), text: found.text };
  }

  get articles(): readonly ServedPart[] {
    return this.all(({ node }) => (node as Element).tagName === 'article');
  }

  get names(): readonly string[] {
    return this.articles.map((article) => article.attribute('ariaLabel') ?? '');
  }

  /** The comment whose name begins so, such as "Comment by Ada". */
  article(name: string): ServedPart {
    const found = this.articles.find((article) => article.attribute('ariaLabel')?.startsWith(name));
    if (!found) throw new Error(`There is no "${name}". There are: ${this.names.join('; ')}.`);
    return found;
  }

  /** The text of the first piece that publishers can style as `part`. */
  piece(part: string): string | undefined {
    return this.pieces(part)[0];
  }

  pieces(part: string): readonly string[] {
    return this.all((one) => one.attribute('part')?.split(' ').includes(part) ?? false).map(({ text }) => text);
  }

  /** The address that a link with this text leads to. */
  link(text: string): string | undefined {
    return this.links.find((link) => link.text === text)?.href;
  }

  get links(): readonly { readonly text: string; readonly href: string }[] {
    return this.all(({ node }) => (node as Element).tagName === 'a').map((link) => ({
      text: link.text,
      href: link.attribute('href') ?? '',
    }));
  }

  get ids(): readonly string[] {
    return this.all((one) => one.attribute('id') !== undefined).map((one) => one.attribute('id') ?? '');
  }

  /** The words of the controls whose place is kept free. */
  get places(): readonly string[] {
    return this.all((one) => one.attribute('dataWords') !== undefined).map((one) => one.attribute('dataWords') ?? '');
  }

  all(matches: (part: ServedPart) => boolean): readonly ServedPart[] {
    return elementsIn(this.node)
      .map((element) => new ServedPart(element))
      .filter(matches);
  }
}

function elementsIn(node: Nodes): readonly Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
