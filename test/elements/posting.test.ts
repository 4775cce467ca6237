import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { AdapterError, type Draft } from '../../src/model/adapter.js';
import { comment, held, heldUp, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { neverHappens } from '../support/never-happens.js';

const keys = (calls: readonly { readonly args: readonly unknown[] }[]): string[] =>
  calls.map(({ args }) => (args[0] as Draft).submitKey);

/** Fails the first `count` posts with `error`. */
const failing =
  (error: AdapterError | 'lost-answer', count = 1): MemoryOptions['faults'] =>
  ({ method, attempt }) =>
    method === 'submit' && attempt <= count ? error : undefined;

describe('posting a comment', () => {
  afterEach(unmountAll);

  it('puts it into the discussion, says so, counts it and empties the text box', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }));
    await page.turnToForm();
    await page.write('Second.');
    await page.press('Post comment');
    await waitFor(() => expect(page.texts).to.deep.equal(['First.', 'Second.']));
    await waitFor(() => expect(page.announced).to.equal('Your comment is published.'));
    expect(page.textBox.value).to.equal('');
    expect(page.get('heading', 'Comments (2)')).to.exist;
    expect(page.all('button', 'Report as abuse', await page.comment('Second.'))).to.have.length(0);
  });

  it('leads to the new comment', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await page.write('Mine.');
    await page.press('Post comment');
    await page.press('Show it');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Mine.'));
  });

  it('works when somebody types and presses before the form’s code has arrived', async () => {
    const { adapter, to } = watched(memoryAdapter());
    const page = await CommentsPage.open(adapter);
    await page.findTextBox();
    page.type('Quick.');
    page.get('button', 'Post comment').click();
    page.get('button', 'Post comment').click();
    await page.comment('Quick.');
    await page.says('Your comment is published.');
    expect(to('submit')).to.have.length(1);
  });

  it('sends the text with Control and Enter, checked as by the button', async () => {
    const { adapter, to } = watched(memoryAdapter());
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    const sendByKey = () =>
      page.textBox.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
      );
    sendByKey();
    await page.says('Write a comment first.');
    expect(to('submit')).to.have.length(0);
    await page.write('By key.');
    sendByKey();
    await page.comment('By key.');
  });

  it('leaves Control and Enter on another button of the form to that button', async () => {
    const { adapter, to } = watched(memoryAdapter());
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('Not to be sent.');
    const discard = await page.find('button', 'Discard');
    const key = new KeyboardEvent('keydown', {
      key: 'Enter',
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    discard.focus();
    expect(discard.dispatchEvent(key), 'the browser presses the button').to.equal(true);
    await neverHappens(() => to('submit'));
    expect(page.textBox.value).to.equal('Not to be sent.');
  });

  it('posts once for two presses of the button', async () => {
    const gate = held();
    const { adapter, to } = watched(memoryAdapter());
    const page = await CommentsPage.open(heldUp(adapter, 'submit', gate.promise));
    await page.turnToForm();
    await page.write('Once.');
    const button = page.get('button', 'Post comment');
    button.click();
    button.click();
    expect((await page.findBusyButton()) === button).to.equal(true);
    expect(button.textContent?.trim()).not.to.equal('Post comment');
    button.click();
    gate.release();
    await page.comment('Once.');
    await page.says('Your comment is published.');
    expect(to('submit')).to.have.length(1);
    expect(page.texts).to.deep.equal(['Once.']);
  });

  it('keeps the text when it fails, says why, and posts once in the end with the same key', async () => {
    const memory = memoryAdapter({ faults: failing(new AdapterError('network'), 2) });
    const { adapter, to } = watched(memory);
    const page = await CommentsPage.open(adapter);
    const errors = page.listen('comments-error');
    await page.turnToForm();
    await page.write('Keep me.');
    await page.press('Post comment');
    expect(await page.alert()).to.equal(
      'We couldn’t reach the site, so we can’t tell whether this was posted. Try again: it won’t appear twice. Your draft is saved.',
    );
    expect(page.textBox.value).to.equal('Keep me.');
    expect(page.textBox.readOnly).to.equal(false);
    await page.press('Try again');
    await waitFor(() => expect(to('submit')).to.have.length(2));
    await page.press('Try again');
    await page.says('Your comment is published.');
    expect(new Set(keys(to('submit'))).size).to.equal(1);
    expect(memory.posted('pier').map(({ body }) => body.value)).to.deep.equal(['Keep me.']);
    expect(errors.map(({ action, error }) => [action, error.kind])).to.deep.equal([
      ['submit', 'network'],
      ['submit', 'network'],
    ]);
    expect(page.texts).to.deep.equal(['Keep me.']);
  });

  it('takes changed text for another comment, and gives it another key', async () => {
    const memory = memoryAdapter({ faults: failing(new AdapterError('invalid', 'No rude words.')) });
    const { adapter, to } = watched(memory);
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('Rude.');
    await page.press('Post comment');
    expect(await page.alert()).to.contain('Your comment wasn’t posted. No rude words.');
    await page.write('Polite.');
    await page.press('Try again');
    await page.says('Your comment is published.');
    expect(new Set(keys(to('submit'))).size).to.equal(2);
    await waitFor(() => expect(page.isSaying('Rude.')).to.equal(false));
  });

  for (const idempotency of ['key', 'detects-duplicates', 'none'] as const) {
    it(`never posts twice when the answer is lost, with a backend whose idempotency is "${idempotency}"`, async () => {
      const memory = memoryAdapter({ features: { idempotency }, faults: failing('lost-answer') });
      const page = await CommentsPage.open(memory);
      await page.turnToForm();
      await page.write('Did it arrive?');
      await page.press('Post comment');
      expect(await page.alert()).to.contain(
        'The site took too long to respond, so we can’t tell whether this was posted. Try again: it won’t appear twice.',
      );
      await page.press('Try again');
      await page.says('Your comment is published.');
      expect(memory.posted('pier')).to.have.length(1);
      expect(page.texts).to.deep.equal(['Did it arrive?']);
    });

    it(`never posts twice when the page is left before the answer, with "${idempotency}"`, async () => {
      const memory = memoryAdapter({ features: { idempotency }, faults: failing('lost-answer') });
      const first = await CommentsPage.open(memory);
      await first.turnToForm();
      await first.write('Left early.');
      await first.press('Post comment');
      await first.alert();
      first.element.remove();
      const second = await CommentsPage.open(memory);
      await waitFor(() => expect(second.textBox.value).to.equal('Left early.'));
      await second.press('Post comment');
      await second.says('Your comment is published.');
      expect(memory.posted('pier')).to.have.length(1);
    });
  }

  it('looks for a comment whose answer was lost before it posts a changed text', async () => {
    const memory = memoryAdapter({ faults: failing('lost-answer') });
    const page = await CommentsPage.open(memory);
    await page.turnToForm();
    await page.write('Helo.');
    await page.press('Post comment');
    await page.alert();
    await page.write('Hello.');
    await page.press('Try again');
    await page.says('Your earlier comment reached us after all. Post this one too?');
    expect(memory.posted('pier')).to.have.length(1);
    expect(page.textBox.value).to.equal('Hello.');
    await waitFor(() => expect(page.texts).to.deep.equal(['Helo.']));
    expect(
      page.isSaying('May not have been posted'),
      'it is posted, so it must not stand there a second time as "not posted"',
    ).to.equal(false);
  });

  it('posts the changed text when its writer still wants that once the first has turned up', async () => {
    const memory = memoryAdapter({ faults: failing('lost-answer') });
    const page = await CommentsPage.open(memory);
    await page.turnToForm();
    await page.write('Helo.');
    await page.press('Post comment');
    await page.alert();
    await page.write('Hello.');
    await page.press('Try again');
    await page.says('Your earlier comment reached us after all. Post this one too?');
    await page.press('Post comment');
    await page.says('Your comment is published.');
    expect(memory.posted('pier').map(({ body }) => body.value)).to.deep.equal(['Helo.', 'Hello.']);
    expect(page.textBox.value).to.equal('');
  });

  it('does not take somebody else’s same words for the reader’s lost comment', async () => {
    const me = { id: 'me', name: 'Grace' };
    const memory = memoryAdapter({
      features: { idempotency: 'none' },
      viewer: { state: 'signed-in', author: me },
      faults: failing(new AdapterError('timeout')),
    });
    const page = await CommentsPage.open(memory);
    await page.turnToForm();
    await page.write('I agree.');
    await page.press('Post comment');
    await page.alert();
    memory.add(
      'pier',
      comment('I agree.', { id: 'other', author: { id: 'tom', name: 'Tom' }, createdAt: new Date().toISOString() }),
    );
    await page.press('Try again');
    await page.says('Your comment is published.');
    expect(memory.posted('pier'), 'Tom’s comment is not Grace’s').to.have.length(1);
  });

  it('tells the page before it sends, and lets the page keep the comment back', async () => {
    const { adapter, to } = watched(memoryAdapter());
    const page = await CommentsPage.open(adapter);
    const drafts: Omit<Draft, 'submitKey'>[] = [];
    page.element.addEventListener(
      'comments-before-submit',
      (event) => {
        drafts.push(event.draft);
        event.preventDefault();
      },
      { once: true },
    );
    await page.turnToForm();
    await page.write('Wait.');
    await page.press('Post comment');
    await waitFor(() =>
      expect(drafts.map(({ body, parentId, discussion }) => [body, parentId, discussion.key])).to.deep.equal([
        ['Wait.', null, 'pier'],
      ]),
    );
    // With some backends, whoever knows the key counts as the author.
    expect(drafts[0]).not.to.have.property('submitKey');
    await neverHappens(() => to('submit'));
    expect(page.textBox.value).to.equal('Wait.');
    await page.press('Post comment');
    await page.comment('Wait.');
  });

  it('tells the page that it is posted only when the backend has said so', async () => {
    const gate = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter(), 'submit', gate.promise));
    const submits = page.listen('comments-submit');
    await page.turnToForm();
    await page.write('Soon.');
    await page.press('Post comment');
    await page.findBusyButton();
    await neverHappens(
      () => submits,
      () => page.says('Sending…'),
    );
    expect(page.isSaying('Your comment is published.')).to.equal(false);
    gate.release();
    await waitFor(() =>
      expect(submits.map(({ outcome, comment: taken }) => [outcome, taken?.body.value])).to.deep.equal([
        ['published', 'Soon.'],
      ]),
    );
    expect(submits[0]?.bubbles && submits[0].composed).to.equal(true);
  });

  for (const [order, place] of [
    ['oldest', 'last'],
    ['newest', 'first'],
  ] as const)
    it(`is shown once while it is sent, ${place} with the ${order} comments first`, async () => {
      const gate = held();
      const comments = [comment('One.'), comment('Two.')];
      const page = await CommentsPage.open(heldUp(memoryAdapter({ comments }), 'submit', gate.promise), { order });
      await page.comment('One.');
      await page.turnToForm();
      await page.write('On my way.');
      await page.press('Post comment');
      const rows = (): readonly string[] => page.all('listitem').map(({ textContent }) => textContent ?? '');
      const isSending = (text: string | undefined): boolean =>
        text !== undefined && text.includes('On my way.') && text.includes('Sending…');
      await waitFor(() => expect(rows().filter(isSending)).to.have.length(1));
      expect(rows()).to.have.length(3);
      expect(isSending(rows().at(place === 'first' ? 0 : -1))).to.equal(true);
      gate.release();
      await page.comment('On my way.');
      expect(rows()).to.have.length(3);
    });

  it('passes on what the page’s own captcha in the slot has found out', async () => {
    const { adapter, to } = watched(memoryAdapter());
    const page = await CommentsPage.open(adapter, {}, { content: '<span slot="composer-end">I am a captcha</span>' });
    page.element.addEventListener('comments-before-submit', (event) => (event.confirm = 'token-1'));
    await page.beginToWrite('Human.');
    expect(page.element.querySelector('span')?.checkVisibility()).to.equal(true);
    await page.press('Post comment');
    await page.comment('Human.');
    expect((to('submit')[0]?.args[0] as Draft).confirm).to.equal('token-1');
  });
});
