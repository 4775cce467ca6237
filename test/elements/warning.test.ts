import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { AdapterError, type Viewer } from '../../src/model/adapter.js';
import en from '../support/english.js';
import words from '../../src/locales/parts/en-moderation.js';
import { comment, watched } from '../support/fake-backend.js';
import { expectConsoleError } from '../support/console-error.js';
import { failing } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const warning = { id: 'w1', message: 'Please argue about the pier, not about people.' };
const ada: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };
const warned: Viewer = { ...ada, warning };
const comments = [
  comment('Mine.', { author: { id: 'ada', name: 'Ada' }, createdAt: new Date().toISOString() }),
  comment('Theirs.', { author: { id: 'tom', name: 'Tom' } }),
];

const backend = (viewer = warned, more: MemoryOptions = {}): MemoryAdapter =>
  memoryAdapter({ viewer, comments, ...more });

const boxes = (page: CommentsPage): HTMLElement[] => page.all('textbox');

describe('a warning', () => {
  // Unbuilt, the form and what stands in its place are a hundred files.
  before(async () => {
    await import('../../src/elements/composing/composer.js');
    await import('../../src/elements/warning/warning-notice.js');
  });
  afterEach(unmountAll);
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('stands in the place of the form, and is announced', async () => {
    const page = await CommentsPage.open(backend());
    await page.find('group', words.warning);
    await page.says(warning.message);
    expect(boxes(page)).to.have.length(0);
    await waitFor(() => expect(page.heard.join()).to.contain(warning.message));
  });

  it('stands there also where the page has all responses checked', async () => {
    const page = await CommentsPage.open(backend(), { debug: '' });
    await page.find('group', words.warning);
    expect(boxes(page)).to.have.length(0);
  });

  it('stands there also where the rest of the response has to be mended', async () => {
    const memory = backend();
    const open = async (...args: Parameters<typeof memory.open>): Promise<never> =>
      ({ ...(await memory.open(...args)), policy: { body: 'Be kind.' } }) as never;
    const page = await expectConsoleError('policy.body is "Be kind."', () => CommentsPage.open({ ...memory, open }));
    await page.find('group', words.warning);
    expect(boxes(page)).to.have.length(0);
  });

  it('gives way to the form, with the focus in it, once it is acknowledged', async () => {
    const { adapter, to } = watched(backend());
    const page = await CommentsPage.open(adapter);
    await page.press(words.acknowledge);
    await waitFor(() => expect(page.isFocused(page.textBox)).to.equal(true));
    expect(page.heard).to.contain(words.acknowledged);
    expect(page.isSaying(warning.message)).to.equal(false);
    expect(to('acknowledgeWarning')[0]?.args[1]).to.equal('w1');
  });

  it('stands in the place of replies and edits', async () => {
    const page = await CommentsPage.open(backend());
    await page.find('group', words.warning);
    await page.press('Reply', await page.comment('Theirs.'));
    await waitFor(() => expect(page.timesSaid(warning.message)).to.equal(2));
    await page.press('Edit', await page.comment('Mine.'));
    await waitFor(() => expect(page.timesSaid(warning.message)).to.equal(3));
    expect(boxes(page)).to.have.length(0);
  });

  it('interrupts a writer with a new warning, and gives back text and focus once it is acknowledged', async () => {
    const adapter = backend(ada);
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('What I had begun to say');
    adapter.warn(warning);
    await page.says(warning.message);
    await waitFor(() => expect(page.isFocused(page.get('button', words.acknowledge))).to.equal(true));
    expect(page.heard.filter((text) => text.includes(warning.message))).to.have.length(1);
    await page.press(words.acknowledge);
    await waitFor(() => expect(page.textBox.value).to.equal('What I had begun to say'));
    await waitFor(() => expect(page.isFocused(page.textBox)).to.equal(true));
  });

  it('says that acknowledging has failed, and tries again', async () => {
    let isDown = true;
    const page = await CommentsPage.open(
      failing(backend(), 'acknowledgeWarning', new AdapterError('network'), () => isDown),
    );
    const errors = page.listen('comments-error');
    await page.press(words.acknowledge);
    expect(await page.alert()).to.equal(words.acknowledgeFailed(en.causes.network));
    expect(errors.map(({ action }) => action)).to.deep.equal(['acknowledge']);
    isDown = false;
    await page.press('Try again');
    await page.findTextBox();
  });

  it('is a note beside the form where the backend takes no answer', async () => {
    const page = await CommentsPage.open(backend(warned, { without: ['acknowledgeWarning'] }));
    await page.says(warning.message);
    expect(page.all('button', words.acknowledge)).to.have.length(0);
    await page.turnToForm();
    await page.write('Still here');
    await page.press('Post comment');
    await page.says(en.published);
  });

  it('is not there for anybody else', async () => {
    const page = await CommentsPage.open(backend(ada));
    await page.findTextBox();
    expect(page.all('group', words.warning)).to.have.length(0);
  });
});
