import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import type { Draft } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';
import { comment, watched } from '../support/fake-backend.js';
import { FakeClock } from '../support/fake-clock.js';
import { neverHappens } from '../support/never-happens.js';

/** A promise of the page, as a captcha makes it. */
class Token {
  readonly promise: Promise<string>;
  solve!: (token: string) => void;
  fail!: (reason: unknown) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.solve = resolve;
      this.fail = reject;
    });
  }
}

/** Opens a section, in which a reader has written a comment. */
async function written(text: string, options?: MemoryOptions) {
  const { adapter, to } = watched(memoryAdapter(options));
  const page = await CommentsPage.open(adapter);
  await page.beginToWrite(text);
  return Object.assign(page, { sent: () => to('submit').map(({ args }) => args[0] as Draft) });
}

/** Lets each comment wait for the next of these. */
function letWait(page: CommentsPage, ...tokens: readonly Token[]): void {
  const rest = [...tokens];
  page.element.addEventListener('comments-before-submit', (event) => event.waitUntil(rest.shift()!.promise));
}

describe('a comment that waits for the page', () => {
  let clock: FakeClock | undefined;
  afterEach(() => {
    unmountAll();
    clock?.uninstall();
    clock = undefined;
  });

  it('is shown as being sent, and is sent with the value of the promise', async () => {
    const page = await written('Human.');
    const token = new Token();
    letWait(page, token);
    await page.press('Post comment');
    expect((await page.findBusyButton()).textContent.trim()).to.equal('Sending…');
    await waitFor(() => expect(page.announced).to.equal('Sending…'));
    expect(page.textBox.value).to.equal('Human.');
    expect(page.textBox.readOnly).to.equal(true);
    expect(page.texts, 'nothing is shown as posted').to.deep.equal([]);
    await neverHappens(page.sent);
    token.solve('token-1');
    await page.comment('Human.');
    expect(page.sent().map(({ confirm }) => confirm)).to.deep.equal(['token-1']);
    await waitFor(() => expect(page.announced).to.equal('Your comment is published.'));
    expect(
      page.heard.filter((text) => text === 'Sending…'),
      'announced once',
    ).to.have.length(1);
  });

  it('may be a reply', async () => {
    const page = await written('', { comments: [comment('Question?')] });
    const token = new Token();
    letWait(page, token);
    await page.press('Reply', await page.comment('Question?'));
    const box = await page.find('textbox', /^Your reply/);
    await waitFor(() => expect(box.hasAttribute('aria-describedby')).to.equal(true));
    await page.write('Answer.', box);
    await page.press('Post reply');
    await page.findBusyButton();
    await neverHappens(page.sent);
    token.solve('token-2');
    await page.comment('Answer.');
    expect(page.sent().map(({ confirm }) => confirm)).to.deep.equal(['token-2']);
  });

  it('stays in the form if the page takes too long, and can be sent again', async () => {
    clock = FakeClock.installAt('2026-11-30T12:00:00Z');
    const page = await written('Patience.');
    const [late, next] = [new Token(), new Token()];
    letWait(page, late, next);
    const errors = page.listen('comments-error');
    await page.press('Post comment');
    await waitFor(() => expect(clock?.delays, 'the page has been asked').to.include(120_000));
    await clock.advance(119_999);
    await page.findBusyButton();
    await clock.advance(1);
    expect(await page.alert()).to.equal(
      'Your comment wasn’t posted. The site took too long to respond. Your draft is saved.',
    );
    expect(page.textBox.value).to.equal('Patience.');
    expect(page.textBox.readOnly).to.equal(false);
    expect(errors.map(({ action, error }) => [action, error.kind, error.info.stored])).to.deep.equal([
      ['submit', 'timeout', 'no'],
    ]);
    late.solve('too late');
    await page.press('Try again');
    await page.findBusyButton();
    next.solve('in time');
    await page.comment('Patience.');
    expect(page.sent().map(({ confirm }) => confirm)).to.deep.equal(['in time']);
    expect(clock.delays, 'no timer is left').not.to.include(120_000);
  });

  it('stays in the form if the promise is rejected, with a reference that the console explains', async () => {
    const page = await written('Rejected.');
    const token = new Token();
    letWait(page, token);
    const errors = page.listen('comments-error');
    await page.press('Post comment');
    // The page has been asked.
    await waitFor(() => expect(page.announced).to.equal('Sending…'));
    const text = await expectConsoleError('article-comments: reference', async () => {
      token.fail('challenge-closed');
      return page.alert();
    });
    expect(text).to.match(
      /^Your comment wasn’t posted\. Our site is having trouble right now \(reference \w{6}\)\. Your draft is saved\.$/,
    );
    expect(page.textBox.value).to.equal('Rejected.');
    expect(page.sent()).to.have.length(0);
    expect(page.get('button', 'Try again').getAttribute('aria-disabled')).to.equal('false');
    expect(errors.map(({ action, error }) => [action, error.kind, error.message, error.cause])).to.deep.equal([
      ['submit', 'unavailable', 'event.waitUntil()', 'challenge-closed'],
    ]);
  });

  it('is not posted in another discussion that the page has opened meanwhile', async () => {
    const page = await written('For the pier.');
    const token = new Token();
    letWait(page, token);
    await page.press('Post comment');
    await page.findBusyButton();
    page.element.discussion = 'beach';
    await waitFor(() => expect(page.textBox.value).to.equal(''));
    token.solve('token');
    await token.promise;
    await neverHappens(page.sent, () => page.beginToWrite('For the beach.'));
    page.element.discussion = 'pier';
    await waitFor(() => expect(page.textBox.value, 'its draft is saved').to.equal('For the pier.'));
  });

  it('may be canceled by another listener', async () => {
    const page = await written('Both.');
    letWait(page, new Token());
    page.element.addEventListener('comments-before-submit', (event) => event.preventDefault());
    await page.press('Post comment');
    await waitFor(() => expect(page.get('button', 'Post comment').getAttribute('aria-disabled')).to.equal('false'));
    expect(page.sent()).to.have.length(0);
    expect(page.textBox.value).to.equal('Both.');
  });
});

describe('a listener that comes too late', () => {
  afterEach(unmountAll);

  const remedy = 'Call event.waitUntil(promise) once, before the first await.';

  it('is told to wait for its promise, instead of being ignored', async () => {
    const page = await written('Late.');
    const events = page.listen('comments-before-submit');
    await page.press('Post comment');
    await page.comment('Late.');
    const [late] = events;
    expect(() => (late!.confirm = 'token')).to.throw(remedy);
    expect(() => late!.preventDefault()).to.throw(remedy);
    expect(() => late!.waitUntil(Promise.resolve('token'))).to.throw(remedy);
    expect(page.sent().map(({ confirm }) => confirm)).to.deep.equal([undefined]);
  });

  it('cannot replace the promise or the token of another listener, or pass something else', async () => {
    const page = await written('First.');
    const mistakes: unknown[] = [];
    const attempt = (act: () => void): void => {
      try {
        act();
      } catch (error) {
        mistakes.push((error as Error).message);
      }
    };
    page.element.addEventListener('comments-before-submit', (event) => {
      attempt(() => event.waitUntil('token' as never));
      attempt(() => event.waitUntil(Promise.resolve('first')));
      attempt(() => event.waitUntil(Promise.resolve('second')));
    });
    await page.press('Post comment');
    await page.comment('First.');
    expect(mistakes).to.deep.equal([remedy, remedy]);
    expect(page.sent().map(({ confirm }) => confirm)).to.deep.equal(['first']);
  });
});
