/** Writing in a section that a server has rendered. The server knew nobody, so who reads is known with the first response. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import { renderComments, scriptJson } from '../../src/server.js';
import { comment, held, heldUp } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';

const discussion = { key: 'pier', url: '' };

/** The page as it comes from the server, and the section that takes over from it. */
async function openServed(adapter: CommentsAdapter): Promise<CommentsPage> {
  const { html, data } = await renderComments(memoryAdapter({ comments: [comment('Hello.')] }), discussion);
  const content = `${html}<script type="application/json">${scriptJson(data)}</script>`;
  return CommentsPage.open(adapter, {}, { content });
}

describe('writing in a section that a server has rendered', () => {
  afterEach(unmountAll);

  it('begins when the backend has said who writes, so that nothing is posted in nobody’s name, or not at all', async () => {
    const known = held();
    const ada = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } } as const;
    const backend = memoryAdapter({ comments: [comment('Hello.')], viewer: ada });
    const page = await openServed(heldUp(backend, 'open', known.promise));
    await page.comment('Hello.');
    expect(page.all('textbox')).to.have.length(0);
    known.release();
    await page.findTextBox();
    page.type('Good morning.');
    page.get('button', 'Post comment').click();
    expect(await page.comment('Good morning.'))
      .to.have.property('textContent')
      .that.contains('Ada');
  });

  it('begins although the backend does not answer', async () => {
    const known = held();
    const backend = memoryAdapter({ comments: [comment('Hello.')] });
    const page = await openServed(heldUp(backend, 'open', known.promise));
    await page.comment('Hello.');
    known.fail(new AdapterError('network', 'offline'));
    expect((await page.findTextBox()).disabled).to.equal(false);
  });
});
