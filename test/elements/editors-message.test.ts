import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../../src/locales/en.js';
import { comment, followable } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const comments = [comment('Fine.')];
const question = { format: 'markdown', value: 'Would **you** walk it?' } as const;

describe('the editors’ message', () => {
  afterEach(unmountAll);

  it('stands above the form, with its name, as its format says', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments, info: { message: question } }));
    const message = await page.find('group', en.editorsMessage);
    await waitFor(() => expect(message.querySelector('strong')?.textContent).to.equal('you'));
    const box = await page.findTextBox();
    expect(message.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0);
  });

  it('is there in a closed discussion, too', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments, info: { state: 'closed', message: question } }));
    await page.find('group', en.editorsMessage);
  });

  it('is not there where there is none', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments }));
    await page.comment('Fine.');
    expect(page.all('group', en.editorsMessage)).to.have.length(0);
  });

  it('comes and goes while the discussion is read, and is announced once', async () => {
    const backend = memoryAdapter({ comments });
    const { adapter, followed } = followable(backend);
    const page = await CommentsPage.open(adapter);
    await followed;
    backend.setMessage('pier', { format: 'text', value: 'What would you ask the mayor?' });
    await page.find('group', en.editorsMessage);
    const said = (): string[] => page.heard.filter((text) => text.includes('the mayor'));
    await waitFor(() => expect(said()).to.deep.equal([`${en.editorsMessage}: What would you ask the mayor?`]));
    page.element.reload();
    backend.setMessage('pier', undefined);
    await waitFor(() => expect(page.all('group', en.editorsMessage)).to.have.length(0));
    expect(said()).to.have.length(1);
  });

  it('announces no editors’ message that is shown from the beginning', async () => {
    const { adapter, followed } = followable(memoryAdapter({ comments, info: { message: question } }));
    const page = await CommentsPage.open(adapter);
    await followed;
    await page.find('group', en.editorsMessage);
    expect(page.heard.join()).to.not.contain('walk it');
  });

  it('runs nothing that it holds', async () => {
    const value = '<img src="x" onerror="window.ran = true"><p>Hello</p>';
    const page = await CommentsPage.open(memoryAdapter({ comments, info: { message: { format: 'html', value } } }));
    const message = await page.find('group', en.editorsMessage);
    await waitFor(() => expect(message.textContent).to.contain('Hello'));
    expect(message.querySelector('[onerror]')).to.equal(null);
  });
});
