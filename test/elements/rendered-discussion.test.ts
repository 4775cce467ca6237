/** A framework may hydrate the page before it says which discussion it is about. */
import { expect, fixture, html } from '@open-wc/testing';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../../src/define.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { type ArticleComments } from '../../src/index.js';
import { renderComments, scriptJson } from '../../src/server.js';
import { CommentsPage, waitFor } from '../support/comments-page.js';

const adapter = memoryAdapter({
  comments: [
    {
      id: '1',
      author: { name: 'Ada' },
      body: { format: 'text', value: 'The pier was there before the road.' },
      createdAt: '2026-11-24T08:15:00Z',
    },
  ],
});

describe('a discussion that only the rendered comments name', () => {
  it('is the one that the element opens', async () => {
    const { html: rendered, data } = await renderComments(adapter, { key: '42', url: location.href });
    const json = `<script type="application/json">${scriptJson(data)}</script>`;
    const element = await fixture<ArticleComments>(
      html`<article-comments loading="eager" debug>${unsafeHTML(rendered + json)}</article-comments>`,
    );
    const opened: string[] = [];
    element.adapter = {
      ...adapter,
      open: (discussion, call) => (opened.push(discussion.key), adapter.open(discussion, call)),
    };
    await waitFor(() => expect(element.shadowRoot?.querySelector('section')).to.exist);
    await new CommentsPage(element).find('textbox', 'Your comment');
    expect(opened).to.deep.equal(['42']);
    expect(element.shadowRoot?.textContent).not.to.contain('has rendered the discussion');
  });
});
