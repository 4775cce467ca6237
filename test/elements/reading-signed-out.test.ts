import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import en from '../support/english.js';
import { comment } from '../support/adapter-fixture.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';

const account = { id: 'grace', name: 'Grace' };
const words = 'This club shows its conversations to members only.';

/** A backend that shows nothing to anybody signed out. */
function club(kind: 'sign-in-required' | 'session-expired' = 'sign-in-required'): CommentsAdapter {
  let isSignedIn = false;
  const memory = memoryAdapter({
    account,
    comments: [comment('One.')],
    faults: ({ method }) => (/open|list/.test(method) && !isSignedIn ? new AdapterError(kind, words) : undefined),
  });
  return {
    ...memory,
    async signIn(call) {
      isSignedIn = true;
      return memory.signIn!(call);
    },
  };
}

describe('comments that only those signed in may read', () => {
  afterEach(unmountAll);

  for (const kind of ['sign-in-required', 'session-expired'] as const)
    it(`shows that reading needs a sign-in, and offers no button that cannot help: ${kind}`, async () => {
      const { open, list } = club(kind);
      const page = await CommentsPage.open({ open, list });
      expect(await page.alert()).to.contain(words);
      expect(page.all('button')).to.have.length(0);
      expect(page.all('alert')).to.have.length(1);
    });

  it('shows the comments once the reader has signed in with the button of the form', async () => {
    const page = await CommentsPage.open(club());
    expect(await page.alert()).to.contain(words);
    await page.beginToWrite();
    await page.says(en.signInLater);
    expect(page.all('button', en.tryAgain)).to.have.length(0);
    await page.press(en.signInToPost);
    await page.comment('Text of One.');
    expect(page.all('alert')).to.have.length(0);
    await page.says('Posting as Grace');
  });

  it('reports a failed sign-in, and shows the comments and keeps the text when the next one succeeds', async () => {
    const adapter = club();
    let attempts = 0;
    const page = await CommentsPage.open({
      ...adapter,
      signIn: (call) => (++attempts === 1 ? Promise.reject(new AdapterError('network')) : adapter.signIn!(call)),
    });
    await page.turnToForm();
    await page.write('Is this on?');
    await page.press(en.signInToPost);
    await page.says(en.signInFailed(en.causes.network));
    await page.press(en.signInToPost);
    await page.comment('Text of One.');
    expect(page.textBox.value).to.equal('Is this on?');
  });

  it('can be tried again if the page gave a token, which may have been renewed', async () => {
    const memory = memoryAdapter({ comments: [comment('One.')] });
    let isExpired = true;
    const page = await CommentsPage.open(
      {
        ...memory,
        setToken: () => undefined,
        list: (...args) => (isExpired ? Promise.reject(new AdapterError('session-expired')) : memory.list(...args)),
      },
      {},
      { prepare: (element) => (element.token = async () => 'expired') },
    );
    expect(await page.alert()).to.contain(en.causes['session-expired']);
    isExpired = false;
    await page.press(en.tryAgain);
    await page.comment('Text of One.');
    expect(page.all('alert')).to.have.length(0);
  });
});
