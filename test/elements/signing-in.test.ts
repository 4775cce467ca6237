import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import { comment, held, heldUp } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';
import { nextTask } from '../support/next-task.js';
import { neverHappens } from '../support/never-happens.js';

describe('a comment whose writer has to sign in', () => {
  const account = { id: 'grace', name: 'Grace' };
  const members = { posting: { who: 'signed-in' } } as const;
  afterEach(unmountAll);

  it('stays through the adapter’s sign-in and is then ready to post', async () => {
    const memory = memoryAdapter({ account, info: members });
    const page = await CommentsPage.open(memory);
    const asked = page.listen('comments-sign-in');
    await page.beginToWrite('Written first.');
    await page.says('You can write now and sign in later.');
    await page.press('Sign in to post');
    await page.says('Posting as Grace');
    expect(asked.map(({ purpose }) => purpose)).to.deep.equal([{ action: 'submit' }]);
    await waitFor(() => expect(page.announced).to.equal('You’re signed in as Grace.'));
    expect(page.textBox.value).to.equal('Written first.');
    expect(page.textBox.form?.contains(page.focused), 'the reader is still in the form').to.equal(true);
    // Signing in is not posting.
    await neverHappens(() => memory.posted('pier'));
    await page.press('Post comment');
    await page.find('article', 'Grace');
  });

  for (const [what, hash] of [
    ['a comment', ''],
    ['a reply', '#comment-First-'],
  ] as const) {
    it(`gives the address to come back to for ${what}`, async () => {
      const returns: unknown[] = [];
      const signIn: CommentsAdapter['signIn'] = async ({ returnUrl }) => (
        returns.push(returnUrl),
        { state: 'signed-in', author: account }
      );
      const memory = memoryAdapter({ account, info: members, comments: [comment('First.')] });
      const page = await CommentsPage.open({ ...memory, signIn });
      if (hash) {
        await page.press('Reply', await page.comment('First.'));
        await page.write('Written first.', await page.find('textbox', /^Your reply/));
        await page.press('Sign in to post', await page.comment('First.'));
      } else {
        await page.turnToForm();
        await page.write('Written first.');
        await page.press('Sign in to post');
      }
      const here = location.origin + location.pathname + location.search;
      await waitFor(() => expect(returns).to.deep.equal([here + hash]));
    });
  }

  it('is asked once to sign in, however often the button is pressed meanwhile, and may write on', async () => {
    const gate = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter({ account, info: members }), 'signIn', gate.promise));
    const asked = page.listen('comments-sign-in');
    const actions = page.listen('comments-action');
    await page.turnToForm();
    await page.write('Written');
    await page.press('Sign in to post');
    (await page.findBusyButton()).click();
    await page.write('Written meanwhile.');
    gate.release();
    await page.says('Posting as Grace');
    await waitFor(() => expect(page.announced).to.equal('You’re signed in as Grace.'));
    expect(asked).to.have.length(1);
    expect(actions.filter(({ action }) => action === 'sign-in')).to.have.length(1);
    expect(page.textBox.value).to.equal('Written meanwhile.');
    expect(page.get('button', 'Post comment').getAttribute('aria-disabled')).to.equal('false');
  });

  it('is back when the sign-in has led through another page', async () => {
    const leaving = new Promise<never>(() => {});
    const first = await CommentsPage.open({ ...memoryAdapter({ info: members }), signIn: () => leaving });
    await first.turnToForm();
    await first.write('On the way.');
    await first.press('Sign in to post');
    first.element.remove();
    const second = await CommentsPage.open(
      memoryAdapter({ info: members, viewer: { state: 'signed-in', author: account } }),
    );
    await waitFor(() => expect(second.textBox.value).to.equal('On the way.'));
    await second.says(/draft/i);
    second.element.remove();
    const nobody = await CommentsPage.open(memoryAdapter({ info: members }));
    await nobody.turnToForm();
    expect(nobody.textBox.value, 'it went with its writer').to.equal('');
  });

  it('is back when the page’s own link in the slot has led to the sign-in', async () => {
    const content = '<a slot="sign-in" href="#sign-in">Log in to the paper</a>';
    const first = await CommentsPage.open(memoryAdapter({ info: members }), {}, { content });
    await first.turnToForm();
    await first.write('By the page’s link.');
    await waitFor(() => expect(first.element.querySelector('a')?.checkVisibility()).to.equal(true));
    first.element.querySelector('a')?.click();
    first.element.remove();
    const second = await CommentsPage.open(
      memoryAdapter({ info: members, viewer: { state: 'signed-in', author: account } }),
    );
    await second.turnToForm();
    expect(second.textBox.value).to.equal('By the page’s link.');
  });

  it('waits while the page itself signs the reader in', async () => {
    const memory = memoryAdapter({ account, info: members });
    const page = await CommentsPage.open(memory);
    page.element.addEventListener('comments-sign-in', (event) => event.preventDefault());
    await page.turnToForm();
    await page.write('The page does it.');
    await page.press('Sign in to post');
    expect(page.isSaying('Posting as Grace')).to.equal(false);
    await memory.signIn?.({ signal: new AbortController().signal });
    await page.says('Posting as Grace');
    expect(page.textBox.value).to.equal('The page does it.');
    await page.press('Post comment');
    await page.find('article', 'Grace');
  });

  it('stays when signing in fails, which is said', async () => {
    const page = await CommentsPage.open({
      ...memoryAdapter({ info: members }),
      signIn: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    const errors = page.listen('comments-error');
    await page.turnToForm();
    await page.write('Still here.');
    await page.press('Sign in to post');
    expect(await page.alert()).to.contain('You’re not signed in. We couldn’t reach the site.');
    expect(errors.map(({ action }) => action)).to.deep.equal(['sign-in']);
    expect(page.textBox.value).to.equal('Still here.');
  });

  it('is told once to sign in on the page, where neither the page nor the adapter does it', async () => {
    const { signIn: _none, ...adapter } = memoryAdapter({ info: members });
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('Where?');
    await page.says('Sign in to this site to comment.');
    await page.press('Sign in to post');
    expect(await page.alert()).to.equal(
      'Your comment isn’t posted yet. Sign in on this site, then come back to this page to post it. Your draft is saved.',
    );
    expect(page.isSaying('Sign in to this site to comment.'), 'the alert says so in more words').to.equal(false);
    expect(page.textBox.value).to.equal('Where?');
  });

  for (const redirect of [
    'javascript:window.ran = true',
    // What begins an address to which the browser may go stands further on in these.
    "javascript:window.ran = '/account'.length",
    "javascript:window.ran = 'https://news.example/'.length",
    ' javascript:window.ran = 1 ? 2 : 3',
  ])
    it(`does not lead to a sign-in page whose address is a script: ${redirect}`, async () => {
      const page = await CommentsPage.open({
        ...memoryAdapter({ info: members }),
        signIn: async () => ({ redirect }),
      });
      await page.turnToForm();
      await page.write('Hm.');
      await expectConsoleError(redirect, () => page.press('Sign in to post'));
      expect(await page.alert()).to.contain('You’re not signed in.');
      await nextTask();
      expect(window).to.not.have.property('ran');
    });

  it('stays when it turns out at the post that the session is over', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        account,
        viewer: { state: 'signed-in', author: account },
        faults: ({ method, attempt }) =>
          method === 'submit' && attempt === 1 ? new AdapterError('session-expired', '', { stored: 'no' }) : undefined,
      }),
    );
    await page.turnToForm();
    await page.write('Long text.');
    await page.press('Post comment');
    expect(await page.alert()).to.contain('You’re no longer signed in.');
    expect(page.textBox.value).to.equal('Long text.');
    await page.press('Sign in to post');
    await page.says('Posting as Grace');
    expect(page.textBox.value).to.equal('Long text.');
    await page.press('Post comment');
    await page.comment('Long text.');
  });
});

describe('a session that ends by itself', () => {
  const grace = { id: 'grace', name: 'Grace' };
  afterEach(unmountAll);

  it('keeps what is typed in an empty form afterwards for the guest who typed it', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        viewer: { state: 'signed-in', author: grace },
        comments: [
          {
            id: 'c1',
            author: { name: 'Maren' },
            body: { format: 'text', value: 'Hello.' },
            createdAt: '2026-01-01T00:00:00Z',
          },
        ],
        faults: ({ method, attempt }) =>
          method === 'submit' && attempt === 1 ? new AdapterError('session-expired', '', { stored: 'no' }) : undefined,
      }),
    );
    await page.turnToForm();
    await page.press('Reply');
    const reply = await page.find('textbox', 'Your reply to Maren');
    await page.write('By Grace.');
    await page.press('Post comment');
    await page.alert();
    await page.write('By a guest.', reply);
    const keyOf = (text: string): string | undefined =>
      Object.keys(localStorage).find((key) => localStorage.getItem(key)?.includes(text));
    await waitFor(() => expect(keyOf('By a guest.')).not.to.equal(undefined));
    expect(keyOf('By a guest.')).not.to.contain('grace');
    expect(keyOf('By Grace.')).to.contain('grace');
  });
});

describe('signing out', () => {
  const grace = { id: 'grace', name: 'Grace' };
  afterEach(unmountAll);

  it('leaves the text to nobody else, and to its writer for the next time', async () => {
    const memory = memoryAdapter({ account: grace, viewer: { state: 'signed-in', author: grace } });
    const page = await CommentsPage.open(memory);
    await page.turnToForm();
    await page.write('Mine alone.');
    await page.press('Sign out');
    await waitFor(() => expect(page.isSaying('Posting as Grace')).to.equal(false));
    expect(page.textBox.value).to.equal('');
    await memory.signIn?.({ signal: new AbortController().signal });
    await waitFor(() => expect(page.textBox.value).to.equal('Mine alone.'));
  });

  it('leaves the next guest nothing of what the one before had entered', async () => {
    const posting = { guest: { name: { required: true }, email: { required: true } } };
    const memory = memoryAdapter({ account: grace, info: { posting } });
    const page = await CommentsPage.open(memory);
    await page.beginToWrite();
    await page.write('Gus', await page.find('textbox', 'Name'));
    await page.write('gus@example.org', await page.find('textbox', 'Email'));
    await memory.signIn?.({ signal: new AbortController().signal });
    await page.says('Posting as Grace');
    await page.press('Sign out');
    await page.beginToWrite();
    for (const name of ['Name', 'Email'])
      expect(((await page.find('textbox', name)) as HTMLInputElement).value, name).to.equal('');
  });

  it('leaves the text to nobody else when somebody signs out elsewhere on the page', async () => {
    let viewer: { state: 'anonymous' | 'signed-in'; author?: typeof grace } = { state: 'signed-in', author: grace };
    let tell: ((next: typeof viewer) => void) | undefined;
    const becomes = (next: typeof viewer): void => {
      viewer = next;
      tell?.(next);
    };
    const page = await CommentsPage.open({
      ...memoryAdapter(),
      open: async () => ({ state: 'open', viewer }),
      onViewerChange: (onChange) => ((tell = onChange), () => {}),
    });
    await page.turnToForm();
    await page.write('Mine alone.');
    await page.says('Your draft is saved.');
    becomes({ state: 'anonymous' });
    await waitFor(() => expect(page.isSaying('Posting as Grace')).to.equal(false));
    becomes({ state: 'signed-in', author: { id: 'tom', name: 'Tom' } });
    await page.says('Posting as Tom');
    expect(page.textBox.value).to.equal('');
  });

  it('says so when it fails, and keeps the text where it was', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        viewer: { state: 'signed-in', author: grace },
        faults: ({ method }) => (method === 'signOut' ? new AdapterError('network') : undefined),
      }),
    );
    await page.turnToForm();
    await page.write('Mine alone.');
    await page.press('Sign out');
    expect(await page.alert()).to.contain('We couldn’t reach the site.');
    expect(page.textBox.value).to.equal('Mine alone.');
  });
});

describe('a member where guests may post', () => {
  const account = { id: 'grace', name: 'Grace' };
  const guest = { name: { required: true }, email: { required: true } };
  const paper = (): MemoryAdapter =>
    memoryAdapter({ account, info: { posting: { guest } }, comments: [comment('Hello.')] });
  afterEach(unmountAll);

  for (const [form, begin] of [
    ['for comments', (page: CommentsPage) => page.beginToWrite()],
    ['of a reply', async (page: CommentsPage) => page.press('Reply', await page.comment('Hello.'))],
  ] as const)
    it(`signs in above the fields for guests in the form ${form}, which keeps the text`, async () => {
      const page = await CommentsPage.open(paper());
      const asked = page.listen('comments-sign-in');
      await begin(page);
      const offer = await page.says('Have an account?');
      const form = offer.closest('form')!;
      const box = form.querySelector('textarea')!;
      expect(box.getBoundingClientRect().bottom).to.be.below(offer.getBoundingClientRect().top);
      const name = await page.find('textbox', 'Name');
      expect(offer.getBoundingClientRect().bottom).to.be.below(name.getBoundingClientRect().top);
      expect(page.all('button', 'Sign out')).to.have.length(0);
      await page.write('Begun as a guest.', box);
      await page.write('Grace H.', name);
      await page.press('Sign in', offer);
      await page.says('Posting as Grace');
      expect(asked.map(({ purpose }) => purpose)).to.deep.equal([{ action: 'submit' }]);
      await waitFor(() => expect(page.isFocused(box)).to.equal(true));
      expect(box.value).to.equal('Begun as a guest.');
      expect(page.isSaying('Have an account?')).to.equal(false);
      expect(page.all('textbox', 'Name')).to.have.length(0);
    });

  it('finds the text again after signing in on another page', async () => {
    const first = await CommentsPage.open({ ...paper(), signIn: () => new Promise<never>(() => {}) });
    await first.beginToWrite('On the way.');
    await first.press('Sign in', await first.says('Have an account?'));
    first.element.remove();
    const second = await CommentsPage.open(memoryAdapter({ viewer: { state: 'signed-in', author: account } }));
    await waitFor(() => expect(second.textBox.value).to.equal('On the way.'));
  });

  it('is offered the page’s own sign-in', async () => {
    const content = '<a slot="sign-in" href="#sign-in">Log in to the paper</a>';
    const { signIn: _none, ...adapter } = paper();
    const page = await CommentsPage.open(adapter, {}, { content });
    await page.beginToWrite();
    await waitFor(() => expect(page.element.querySelector('a')?.checkVisibility()).to.equal(true));
    expect(page.isSaying('Have an account?')).to.equal(false);
  });

  it('is offered nothing that neither the page nor the adapter can do', async () => {
    const { signIn: _none, ...adapter } = paper();
    const page = await CommentsPage.open(adapter);
    await page.beginToWrite();
    await page.find('textbox', 'Name');
    expect(page.isSaying('Have an account?')).to.equal(false);
  });
});
