import { expect } from '@open-wc/testing';
import type { Call, CommentsAdapter, DiscussionRef } from '../../src/model/adapter.js';
import { waitFor } from '../support/comments-page.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

/** What is to be read at the place of each count, in order. */
const texts = ({ document }: FramedPage): (string | undefined)[] =>
  [...document.querySelectorAll('comment-count')].map((element) => {
    const isFallback = !element.shadowRoot || element.shadowRoot.querySelector('slot');
    return (isFallback ? element : element.shadowRoot)?.textContent?.trim();
  });

describe('counts with the module for a script tag', () => {
  afterEach(closeAll);

  it('loads counts from the backend that their attributes name, in one request', async () => {
    const frame = await FramedPage.open('counted');
    await waitFor(() => expect(texts(frame)).to.deep.equal(['2 comments', 'No comments', 'Comments']));
    expect(frame.choices).to.deep.equal(['static']);
    const requests = frame.window.performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('counted.json'));
    expect(requests).to.have.length(1);
    expect(frame.watched).to.deep.equal({ violations: [], errors: [] });
  });

  it('shows counts in the page’s language and loads no other language', async () => {
    const frame = await FramedPage.open('counted');
    frame.document.documentElement.lang = 'de';
    await waitFor(() => expect(texts(frame)).to.deep.equal(['2 Kommentare', 'Keine Kommentare', 'Comments']));
    expect(frame.choices).to.deep.equal(['locale-de', 'static']);
  });

  it('requests counts in one call where elements are added before their code has loaded', async () => {
    const frame = await FramedPage.open('text-bodies');
    const asked: string[][] = [];
    const adapter = {
      counts: async (discussions: readonly DiscussionRef[], _call: Call) => {
        asked.push(discussions.map(({ key }) => key));
        return new Map([['1', 12]]);
      },
    } as unknown as CommentsAdapter;
    for (const discussion of ['1', '2', '3']) {
      frame.document.body.append(Object.assign(frame.document.createElement('comment-count'), { adapter, discussion }));
    }
    await waitFor(() => expect(texts(frame)[0]).to.equal('12 comments'));
    expect(asked).to.deep.equal([['1', '2', '3']]);
  });
});
