/** No attack gets through the pages of a server, with and without the element. */
import { expect } from '@open-wc/testing';
import type { ArticleComments } from '../../src/elements/article-comments.js';
import type { Body, Comment, DiscussionInfo } from '../../src/model/adapter.js';
import { type RenderedComments, renderPage, type RenderPageOptions, scriptJson } from '../../src/server.js';
import { adapter, AttackedPage, comment } from '../support/attacks/attacked-page.js';
import { attacks } from '../support/attacks/attacks.js';
import { inspect, useLikeAReader, watch, type Findings, type Watch } from '../support/attacks/probe.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

const nothing: Findings = { ran: [], requests: [], forbidden: [] };
const formats: readonly Body['format'][] = ['text', 'markdown', 'html'];
const texts = attacks.map(({ text }) => text);
const discussion = { key: '42', url: 'https://news.example/articles/42' };

/** What a publisher writes into the page, as `docs/` tells them to. */
function markupOf({ html, jsonLd, data }: RenderedComments): string {
  return (
    `<script type="application/ld+json">${scriptJson(jsonLd)}</script>` +
    `<article-comments discussion="42">${html}<script type="application/json">${scriptJson(data)}</script></article-comments>`
  );
}

const ownElement = /^(a|article|bdi|details|div|h2|header|li|p|section|span|summary|time|ul)$/;
const ownAttribute =
  /^(aria-label|aria-level|class|data-short|data-words|datetime|dir|href|id|lang|part|rel|role|title)$/;

/** Everything in a served section, outside the bodies, that the server does not write by itself. */
function inspectSection(section: Element): string[] {
  return [section, ...section.querySelectorAll('*')]
    .filter((element) => !element.closest('[part~=body]') || element.matches('[part~=body]'))
    .flatMap((element) => [
      ...(ownElement.test(element.localName) ? [] : [`<${element.localName}>`]),
      ...[...element.attributes]
        .filter(({ name }) => !ownAttribute.test(name))
        .map(({ name }) => `<${element.localName} ${name}>`),
      ...[element.getAttribute('href')].filter(
        (href) => href !== null && !/^(?:https?:\/\/[^/]|mailto:|#comment-)/.test(href),
      ),
    ])
    .filter((found) => found !== null);
}

/** A page as it comes from a server. */
class ServedAttackPage {
  readonly #host: HTMLElement;
  readonly #watch: Watch;

  private constructor(readonly frame: FramedPage) {
    this.#watch = watch(frame.window);
    this.#host = frame.document.body.appendChild(frame.document.createElement('main'));
  }

  static async open(): Promise<ServedAttackPage> {
    return new ServedAttackPage(await FramedPage.open('attacked-plain'));
  }

  /** Unlike with `innerHTML`, scripts in it run. */
  write(markup: string): void {
    const place = this.frame.document.createRange();
    place.selectNodeContents(this.#host);
    place.collapse();
    place.insertNode(place.createContextualFragment(markup));
  }

  /** The sections, and nothing beside them: what was written is what stands there. */
  sections(count: number): readonly Element[] {
    const names = [...this.#host.querySelectorAll('main > *, main > article-comments > *')].map((one) => one.localName);
    expect(names).to.deep.equal(
      Array.from({ length: count }, () => ['script', 'article-comments', 'section', 'script']).flat(),
    );
    for (const script of this.#host.querySelectorAll('script')) JSON.parse(script.textContent);
    return [...this.#host.querySelectorAll('article-comments > section')];
  }

  async findings(sections: readonly Element[]): Promise<Findings> {
    useLikeAReader(this.#host);
    const bodies = sections.flatMap((section) => [...section.querySelectorAll<HTMLElement>('[part~=body]')]);
    const forbidden = [
      ...bodies.flatMap((body) => inspect(this.frame.window, body)),
      ...sections.flatMap(inspectSection),
    ];
    await this.#watch.settle();
    return { ran: [...this.#watch.ran], requests: [...this.#watch.requests], forbidden };
  }
}

/** One comment for each attack, which stands wherever a backend can put it. */
const attackedComments = (format: Body['format']): readonly Comment[] =>
  texts.map((text, index) =>
    comment(index, {
      id: `${index}${text}`,
      author: { id: text, name: text, url: text, avatar: text, badges: [text as 'staff'] },
      body: { format, value: text },
      replyTo: { id: text, name: text },
      permalink: text,
      editedAt: text,
    }),
  );

function render(
  comments: readonly Comment[],
  info: Partial<DiscussionInfo> = {},
  options: Partial<RenderPageOptions> = {},
): RenderedComments {
  return renderPage({ items: comments }, { state: 'open', ...info }, { discussion, ...options });
}

describe('attacks on the pages of a server neither run nor phone home nor leave anything behind', function () {
  this.timeout(30_000);
  afterEach(closeAll);

  for (const format of formats) {
    it(`disarms attacks in every field of a ${format} comment`, async () => {
      const page = await ServedAttackPage.open();
      page.write(markupOf(render(attackedComments(format))));
      const sections = page.sections(1);
      expect(sections[0]?.querySelectorAll('article')).to.have.length(attacks.length);
      expect(await page.findings(sections)).to.deep.equal(nothing);
      expect(page.frame.watched.errors).to.deep.equal([]);
    });
  }

  const wholes: Record<string, (text: string) => RenderedComments> = {
    'in house rules': (text) =>
      render([], { policy: { body: { format: formats[text.length % 3]!, value: text }, url: text } }),
    'in the text of a closed discussion': (text) => render([], { state: 'closed', stateMessage: text, opensAt: text }),
    'in title, key and address of the page': (text) =>
      render(
        [comment(1, {})],
        {},
        {
          discussion: { key: text, url: text, title: text },
          reportHref: 'https://news.example/report?comment={url}',
        },
      ),
    'in the place of the next page': (text) =>
      renderPage(
        { items: [], next: text },
        { state: 'open' },
        {
          discussion,
          nextHref: (cursor) => `https://news.example/?${new URLSearchParams({ cursor }).toString()}`,
        },
      ),
  };
  for (const [name, answer] of Object.entries(wholes)) {
    it(`disarms attacks ${name}`, async () => {
      const page = await ServedAttackPage.open();
      // A page has no address that is no text.
      const usable = texts.filter((text) => !/\p{Surrogate}/u.test(text));
      page.write(usable.map((text) => markupOf(answer(text))).join(''));
      expect(await page.findings(page.sections(usable.length))).to.deep.equal(nothing);
    });
  }

  for (const format of formats) {
    it(`disarms attacks in ${format} comments that the element takes over`, async () => {
      const page = await AttackedPage.open('attacked-module');
      const comments = attackedComments(format);
      const { document } = page.frame;
      document.body.append(document.createRange().createContextualFragment(markupOf(render(comments))));
      const element = document.querySelector<ArticleComments>('article-comments')!;
      Object.assign(element, { adapter: adapter({ comments }), loading: 'eager' });
      await page.shows([element], 'article[part~=comment]');
      expect(element.shadowRoot?.querySelectorAll('article')).to.have.length(attacks.length);
      expect(await page.findings([element], 'header, [part~=body]')).to.deep.equal(nothing);
      expect(page.frame.watched.errors).to.deep.equal([]);
    });
  }

  it('detects attacks where nothing is escaped', async () => {
    const page = await ServedAttackPage.open();
    page.write(`<article-comments><section>${texts.slice(0, 40).join('</p>')}</section></article-comments>`);
    const { ran } = await page.findings([]);
    expect(ran.length).to.be.at.least(5);
  });
});
