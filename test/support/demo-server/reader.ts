import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Comment, CommentPage, DiscussionInfo, Draft, SubmitResult } from '../../../src/model/adapter.js';
import { ContractCheck, type ApiResponse } from './contract-check.js';

export interface Opened {
  readonly discussion: DiscussionInfo;
  readonly page: CommentPage;
  readonly position: string;
  readonly offers: { readonly operations: readonly string[]; readonly signIn?: { readonly href: string } };
}

export interface ProblemBody {
  readonly type: string;
  readonly detail: string;
  readonly field?: string;
  readonly code?: string;
  readonly stored?: string;
  readonly challenge?: { readonly token: string };
}

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type Query = NonNullable<RequestOptions['query']>;

const checks = new ContractCheck();

/** A client that keeps cookies like a browser and checks every response against the contract. */
export class Reader {
  readonly #address: () => string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly cookies = new Map<string, string>();

  constructor(address: () => string, headers: Readonly<Record<string, string>> = {}) {
    this.#address = address;
    this.#headers = headers;
  }

  /** The same reader as a client of another server. */
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

  async request(
    method: string,
    path: string,
    { query = {}, body, headers = {} }: RequestOptions = {},
  ): Promise<ApiResponse> {
    const url = new URL(`${this.address}${path}`);
    for (const [name, value] of Object.entries(query)) {
      for (const one of typeof value === 'object' ? value : [value])
        if (one !== undefined) url.searchParams.append(name, one);
    }
    const fetched = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...this.headers, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of fetched.headers.getSetCookie()) this.#keep(line);
    const response = { status: fetched.status, headers: fetched.headers, text: await fetched.text() };
    checks.check(method, path, response);
    return response;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  /** Sends a request that must succeed, and returns its content. */
  async call<Content>(method: string, path: string, options?: RequestOptions): Promise<Content> {
    const { status, text } = await this.request(method, path, options);
    assert.ok(status < 300, `${method} ${path} failed with ${status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Content;
  }

  /** Sends a request that must fail, and returns its problem. */
  async expectProblem(
    kind: string,
    method: string,
    path: string,
    options?: RequestOptions,
  ): Promise<ProblemBody & { readonly response: ApiResponse }> {
    const response = await this.request(method, path, options);
    assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/, response.text);
    const problem = JSON.parse(response.text) as ProblemBody;
    assert.equal(problem.type, `urn:article-comments:${kind}`, response.text);
    return { ...problem, response };
  }

  open(discussion: string, query: Query = {}): Promise<Opened> {
    return this.call('GET', '/discussion', { query: { discussion, ...query } });
  }

  list(discussion: string, query: Query = {}): Promise<CommentPage> {
    return this.call('GET', '/comments', { query: { discussion, ...query } });
  }

  get(discussion: string, id: string): Promise<Comment> {
    return this.call('GET', `/comments/${id}`, { query: { discussion } });
  }

  submit(draft: Draft): Promise<SubmitResult> {
    return this.call('POST', '/comments', { body: draft });
  }

  /** Posts a comment and returns it. */
  async post(discussion: string, body: string, more: Partial<Draft> = {}): Promise<Comment> {
    const { comment } = await this.submit(createDraft(discussion, body, more));
    assert.ok(comment);
    return comment;
  }

  /** Sends a request about a comment: `vote`, `report`, `pin`, `restore`, or an empty string for the comment itself. */
  callComment<Content = Comment>(
    method: string,
    what: string,
    discussion: string,
    id: string,
    body?: unknown,
  ): Promise<Content> {
    return this.call(method, pathOf(id, what), { query: { discussion }, body });
  }

  /** Like `callComment`, for a request that must fail. */
  expectCommentProblem(
    kind: string,
    method: string,
    what: string,
    discussion: string,
    id: string,
    body?: unknown,
  ): Promise<ProblemBody> {
    return this.expectProblem(kind, method, pathOf(id, what), { query: { discussion }, body });
  }
}

const pathOf = (id: string, what: string): string => `/comments/${id}${what === '' ? '' : `/${what}`}`;

/** A draft by a guest; for signed-in readers the server ignores the guest's name. */
export const createDraft = (key: string, body: string, more: Partial<Draft> = {}): Draft => ({
  discussion: { key, url: 'https://news.example/article' },
  parentId: null,
  body,
  submitKey: randomUUID(),
  guest: { name: 'Gus' },
  ...more,
});

export const newKey = (): string => `article-${randomUUID()}`;

/** Lists all pages. */
export async function readAll(reader: Reader, key: string, query: Query): Promise<readonly Comment[]> {
  const items: Comment[] = [];
  for (let page = await reader.list(key, query); ; page = await reader.list(key, { ...query, cursor: page.next })) {
    items.push(...page.items);
    if (page.next === undefined) return items;
  }
}
