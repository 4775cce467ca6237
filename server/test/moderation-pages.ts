import assert from 'node:assert/strict';
import { moderationPath } from '../src/http/app.js';
import type { ApiResponse } from '../../test/support/demo-server/contract-check.js';
import { Reader } from '../../test/support/demo-server/reader.js';
import type { TestServer } from '../../test/support/demo-server/test-server.js';

type Fields = Readonly<Record<string, string>>;

/** The moderation pages as a browser without scripts uses them: reads them, fills in their forms, follows redirects. */
export class ModerationPages {
  readonly #reader: Reader;
  /** HTML of the current page. */
  text = '';
  status = 0;
  /** Where the last redirect led. */
  location: string | undefined;
  headers = new Headers();

  private constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** `person`: who is signed in. Default: a guest. `headers`: of every request. */
  static async open(server: TestServer, person?: string, headers: Fields = {}): Promise<ModerationPages> {
    const { origin } = new URL(server.address);
    const token = person === undefined ? undefined : await server.token(person);
    return new ModerationPages(
      new Reader(() => origin, {
        ...headers,
        origin,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      }),
    );
  }

  async visit(path: string): Promise<this> {
    this.#show(await this.#reader.request('GET', path));
    return this;
  }

  /** Goes through the pages of a queue from its first one. */
  async *walk(path: string): AsyncGenerator<this, void, undefined> {
    for (let next: string | undefined = path; next !== undefined;) {
      yield await this.visit(next);
      next = this.nextPage;
    }
  }

  /** The address of the next page. */
  get nextPage(): string | undefined {
    const href = /<a (?:rel="next" )?href="([^"]*)">Next page<\/a>/.exec(this.text)?.[1];
    return href === undefined ? undefined : unescape(href);
  }

  /** Goes to the page of a queue that has the comment with this text. */
  async find(path: string, text: string): Promise<this> {
    for await (const page of this.walk(path)) if (page.has(text)) return page;
    throw new assert.AssertionError({ message: `There is no comment "${text}" at ${path}.` });
  }

  /** Sends a form as it is, and follows the redirect to the next page. */
  async send(path: string, fields: URLSearchParams | Fields, headers: Fields = {}): Promise<this> {
    const response = await this.#reader.request('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    this.#show(response);
    if (response.status === 303 && this.location?.startsWith(moderationPath)) await this.visit(this.location);
    return this;
  }

  /** Presses the button of the form with this action, below the comment with this text. */
  async press(action: string, comment: string, fields: Fields = {}): Promise<this> {
    return this.send(...this.form(action, comment, fields));
  }

  /** The form with this action, filled in, to be sent later. */
  form(action: string, comment: string, fields: Fields = {}): readonly [path: string, fields: URLSearchParams] {
    const path = `${moderationPath}/${action}`;
    const form = new RegExp(`<form method="post" action="${path}"[^>]*>([^]*?)</form>`).exec(
      this.comment(comment),
    )?.[1];
    assert.ok(form, `There is no form "${action}" below the comment "${comment}".`);
    const sent = hiddenFields(form);
    for (const [name, value] of Object.entries(fields)) sent.set(name, value);
    return [path, sent];
  }

  /** Presses a button of the bar above the list, with the comments with these texts selected. */
  async pressForAll(action: string, comments: readonly string[], fields: Fields = {}): Promise<this> {
    return this.send(...this.bulkForm(action, comments, fields));
  }

  /** The form of that bar, filled in, to be sent later. */
  bulkForm(
    action: string,
    comments: readonly string[],
    fields: Fields = {},
  ): readonly [path: string, fields: URLSearchParams] {
    const path = `${moderationPath}/bulk`;
    const form = new RegExp(`<form id="bulk" method="post" action="${path}">([^]*?)</form>`).exec(this.text)?.[1] ?? '';
    assert.match(form, new RegExp(`name="action" value="${action}"`));
    const sent = hiddenFields(form);
    for (const [name, value] of Object.entries({ ...fields, action })) sent.set(name, value);
    for (const text of comments) sent.append('item', unescape(itemOf(this.comment(text))));
    return [path, sent];
  }

  /** Those of the texts whose comments are selected. */
  selected(texts: readonly string[]): readonly string[] {
    return texts.filter((text) => /<input type="checkbox"[^>]* checked>/.test(this.comment(text)));
  }

  /** HTML of the comment with this text. */
  comment(text: string): string {
    const found = this.comments.find((article) => unescape(article).includes(text));
    assert.ok(found, `There is no comment "${text}" on this page:\n${this.text}`);
    return found;
  }

  get comments(): readonly string[] {
    return this.text.match(/<article[^]*?<\/article>/g) ?? [];
  }

  has(text: string): boolean {
    return this.comments.some((article) => unescape(article).includes(text));
  }

  /** The words that say what was done, and get the focus. */
  get notice(): string {
    const found = /<p class="notice" role="status" tabindex="-1" autofocus>([^]*?)<\/p>/.exec(this.text)?.[1] ?? '';
    return unescape(found.replace(/<[^>]+>/g, ''));
  }

  #show({ status, headers, text }: ApiResponse): void {
    this.status = status;
    this.headers = headers;
    this.text = text;
    this.location = headers.get('location') ?? undefined;
  }
}

const hiddenFields = (form: string): URLSearchParams =>
  new URLSearchParams(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      unescape(value),
    ]),
  );

const itemOf = (article: string): string =>
  /<input type="checkbox" name="item" value="([^"]*)"/.exec(article)?.[1] ?? '';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const unescape = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '');
