import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Comment, CommentPage, DiscussionInfo, Draft, SubmitResult } from '../../../src/model/adapter.js';
import { ContractCheck, type Answer } from './contract-check.js';

export interface Opened {
  readonly discussion: DiscussionInfo;
  readonly page: CommentPage;
  readonly position: string;
  readonly offers: { readonly signIn: { readonly href: string } };
}

export interface ProblemBody {
  readonly type: string;
  readonly detail: string;
  readonly field?: string;
  readonly code?: string;
  readonly challenge?: { readonly token: string };
}

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Query = NonNullable<RequestOptions['query']>;

const checks = new ContractCheck();

/** Somebody with a browser: what their server sets as cookies comes back, and each answer is held against the contract. */
export class Reader {
  readonly #address: () => string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly cookies = new Map<string, string>();

  constructor(address: () => string, headers: Readonly<Record<string, string>> = {}) {
    this.#address = address;
    this.#headers = headers;
  }

  /** The same person in front of another server. */
  at(address: () => string): Reader {
    return new Reader(address, this.#headers);
  }

  get address(): string {
    return this.#address();
  }

  get headers(): Readonly<Record<string, string>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { ...this.#headers, ...(cookie !== '' && { cookie, origin: new URL(this.address).origin }) };
  }

  async request(method: string, path: string, { query = {}, body, headers = {} }: RequestOptions = {}): Promise<Answer> {
    const url = new URL(`${this.address}${path}`);
    for (const [name, value] of Object.entries(query)) {
      for (const one of typeof value === 'object' ? value : [value]) if (one !== undefined) url.searchParams.append(name, one);
    }
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...this.headers, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    checks.check(method, path, answer);
    return answer;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** The content of an answer that must be a success. */
  async ask<Content>(method: string, path: string, options?: RequestOptions): Promise<Content> {
    const { status, text } = await this.request(method, path, options);
    assert.ok(status < 300, `${method} ${path} was answered ${status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Content;
  }

  /** The problem that an answer must be. */
  async refused(kind: string, method: string, path: string, options?: RequestOptions): Promise<ProblemBody & { readonly answer: Answer }> {
    const answer = await this.request(method, path, options);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/, answer.text);
    const problem = JSON.parse(answer.text) as ProblemBody;
    assert.equal(problem.type, `urn:article-comments:${kind}`, answer.text);
    return { ...problem, answer };
  }

  open(discussion: string, query: Query = {}): Promise<Opened> {
    return this.ask('GET', '/discussion', { query: { discussion, ...query } });
  }

  list(discussion: string, query: Query = {}): Promise<CommentPage> {
    return this.ask('GET', '/comments', { query: { discussion, ...query } });
  }

  get(discussion: string, id: string): Promise<Comment> {
    return this.ask('GET', `/comments/${id}`, { query: { discussion } });
  }

  submit(draft: Draft): Promise<SubmitResult> {
    return this.ask('POST', '/comments', { body: draft });
  }

  /** Posts a text, and answers with the comment that it became. */
  async post(discussion: string, body: string, more: Partial<Draft> = {}): Promise<Comment> {
    const { comment } = await this.submit(draftOf(discussion, body, more));
    assert.ok(comment);
    return comment;
  }

  /** Sends something about one comment: `vote`, `report`, `pin`, `restore`, or nothing for the comment itself. */
  do<Content = Comment>(method: string, what: string, discussion: string, id: string, body?: unknown): Promise<Content> {
    return this.ask(method, about(id, what), { query: { discussion }, body });
  }

  /** The same, where it must be refused. */
  cannot(kind: string, method: string, what: string, discussion: string, id: string, body?: unknown): Promise<ProblemBody> {
    return this.refused(kind, method, about(id, what), { query: { discussion }, body });
  }
}

const about = (id: string, what: string): string => `/comments/${id}${what === '' ? '' : `/${what}`}`;

/** A draft of somebody who is a guest, or of whoever the request says. */
export const draftOf = (key: string, body: string, more: Partial<Draft> = {}): Draft => ({
  discussion: { key, url: 'https://news.example/article' },
  parentId: null,
  body,
  submitKey: randomUUID(),
  guest: { name: 'Gus' },
  ...more,
});

export const aKey = (): string => `article-${randomUUID()}`;

/** Everything in a list, page by page. */
export async function readAll(reader: Reader, key: string, query: Query): Promise<readonly Comment[]> {
  const items: Comment[] = [];
  for (let page = await reader.list(key, query); ; page = await reader.list(key, { ...query, cursor: page.next })) {
    items.push(...page.items);
    if (page.next === undefined) return items;
  }
}
