import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError, type Comment, type CommentsAdapter, type DiscussionInfo } from '../../src/model/adapter.js';
import en from '../../src/locales/en.js';
import { comment, held } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';

/** The smallest adapter there is: it answers what it was given. */
const reader = (items: readonly Comment[], info: Partial<DiscussionInfo> = {}): CommentsAdapter => ({
  open: async () => ({ state: 'open', ...info }),
  list: async () => ({ items }),
});

describe('reading a discussion', () => {
  afterEach(unmountAll);

  it('counts the comments in the heading, in the manner of the language', async () => {
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => ({ items: [comment('One.')], next: 'more', total: 1234 }),
    });
    await page.find('heading', 'Comments (1,234)', { level: 2 });
  });

  it('names the section without a number while the backend does not tell one', async () => {
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => ({ items: [comment('One.')], next: 'more' }),
    });
    await page.comment('One.');
    expect(page.get('heading', 'Comments')).to.exist;
    expect(page.all('region', 'Comments', page.element.shadowRoot as unknown as HTMLElement)).to.deep.equal([
      page.section,
    ]);
  });

  it('gives its heading the level that the page asks for', async () => {
    const page = await CommentsPage.open(reader([]), { 'heading-level': '3' });
    await page.find('heading', 'Comments (0)', { level: 3 });
  });

  it('says nothing above the comments while the browser has no time for what comes later', async () => {
    const { requestIdleCallback } = globalThis;
    globalThis.requestIdleCallback = () => 0;
    try {
      const page = await CommentsPage.open(reader([comment('One.')]));
      await page.comment('One.');
      expect(page.section.textContent).not.to.match(/false|undefined|null/);
    } finally {
      globalThis.requestIdleCallback = requestIdleCallback;
    }
  });

  it('writes who wrote a comment, and nothing in place of the author where nobody is known', async () => {
    const page = await CommentsPage.open(
      reader([comment('One.', { author: { name: 'Grace' } }), comment('Two.', { author: null })]),
    );
    await page.find('article', 'Grace');
    expect(page.get('article', 'Anonymous').textContent).to.contain('Two.');
    expect(page.all('link', 'Grace')).to.have.length(0);
  });

  it('links an author to their page, and passes on none of the weight of this one', async () => {
    const page = await CommentsPage.open(
      reader([comment('One.', { author: { name: 'Grace', url: 'https://grace.example/' } })]),
    );
    const link = await page.find('link', 'Grace');
    expect(link.getAttribute('href')).to.equal('https://grace.example/');
    expect(link.getAttribute('rel')?.split(' ')).to.include.members(['ugc', 'nofollow', 'noopener']);
  });

  for (const [name, url, target] of [
    ['bank.example', 'https://evil.example/', 'evil.example'],
    ['www.Bank.example/login', 'https://bank.example.evil.example/', 'bank.example.evil.example'],
    ['ｂａｎｋ．ｅｘａｍｐｌｅ', 'https://evil.example/', 'evil.example'],
    ['me@bank.example', 'mailto:me@evil.example', 'me@evil.example'],
    // A mark that turns the letters after it around must not turn around those of the target.
    ['\u202ebank.example', 'https://evil.example/', 'evil.example'],
  ] as const) {
    it(`shows where the link of an author leads who is called "${name}": ${target}`, async () => {
      const page = await CommentsPage.open(reader([comment('One.', { author: { name, url } })]));
      const link = await page.find('link', new RegExp(target.replaceAll('.', '\\.')));
      expect(link.textContent).to.equal(`${name} (\u2066${target}\u2069)`);
    });
  }

  for (const [name, url] of [
    ['Grace', 'https://grace.example/'],
    ['bank.example', 'https://login.bank.example/'],
  ] as const) {
    it(`adds nothing to the name "${name}" with a link to ${url}`, async () => {
      const page = await CommentsPage.open(reader([comment('One.', { author: { name, url } })]));
      expect((await page.find('link', name)).textContent).to.equal(name);
    });
  }

  it('makes no link of an address that would run a script', async () => {
    const page = await CommentsPage.open(
      reader([comment('One.', { author: { name: 'Mallory', url: 'javascript:alert(1)' } })]),
    );
    await page.find('article', 'Mallory');
    expect(page.all('link', 'Mallory')).to.have.length(0);
  });

  it('shows what somebody is to the site as a badge', async () => {
    const page = await CommentsPage.open(
      reader([comment('One.', { author: { name: 'Grace', badges: ['author', 'staff'] } })]),
    );
    const header = (await page.find('article', 'Grace')).querySelector('header');
    expect([...(header?.querySelectorAll('[part~=badge]') ?? [])].map((badge) => badge.textContent)).to.deep.equal([
      'Author',
      'Staff',
    ]);
  });

  it('shows a badge of the backend’s own in its words, with a part of its own', async () => {
    const badges = [{ id: 'top fan', label: 'مشترك <b>' }, 'staff'] as const;
    const page = await CommentsPage.open(reader([comment('One.', { author: { name: 'Grace', badges } })]));
    const badge = await page.says('مشترك <b>');
    expect(badge.part.contains('badge')).to.equal(true);
    expect(badge.part.contains('badge-top-fan')).to.equal(true);
    // Words in another direction move nothing around them.
    expect(getComputedStyle(badge).direction).to.equal('rtl');
    expect(getComputedStyle(badge).unicodeBidi).to.equal('isolate');
  });

  it('cuts a long badge within its line, and has the whole of it at hand', async () => {
    const label = 'Contributor of the year '.repeat(20).trim();
    const badges = [
      { id: 'long', label },
      ...Array.from({ length: 20 }, (_, id) => ({ id: `${id}`, label: 'Expert' })),
    ];
    const page = await CommentsPage.open(reader([comment('One.', { author: { name: 'Grace', badges } })]));
    const badge = await page.says(label);
    const header = badge.closest('header')!.getBoundingClientRect();
    expect(badge.getBoundingClientRect().height).to.be.lessThan(40);
    expect(badge.title).to.equal(label);
    for (const one of badge.parentElement!.querySelectorAll('[part~=badge]'))
      expect(one.getBoundingClientRect().right).to.be.at.most(header.right + 0.5);
  });

  it('tells the ways apart in which a comment can be gone, and keeps its place', async () => {
    const adapter = reader([
      comment('Secret one.', { status: 'deleted' }),
      comment('Secret two.', { status: 'hidden' }),
      comment('Secret three.', { status: 'quarantined' as 'hidden' }),
      comment('Here.', {}),
    ]);
    const page = await expectConsoleError('items[2].status is "quarantined"', () => CommentsPage.open(adapter));
    await page.comment('Here.');
    expect(page.all('article').map((article) => article.querySelector('.body')?.textContent?.trim())).to.deep.equal([
      en.deletedByAuthor,
      en.removedByEditors,
      en.removedByEditors,
      'Here.',
    ]);
    expect(page.isSaying('Secret')).to.equal(false);
  });

  it('names nobody above a comment that was deleted, and whom the backend names above one that was removed', async () => {
    const edited = { editedAt: '2026-11-24T11:00:00Z' };
    const author = { name: 'Grace', url: 'https://grace.example/', badges: ['verified'] as const };
    const page = await CommentsPage.open(
      reader([
        comment('Deleted.', { status: 'deleted', author, ...edited }),
        comment('To nobody.', { parentId: 'Deleted-', author: { name: 'Ada' } }),
        comment('Removed.', { status: 'hidden', author: null, ...edited }),
        comment('Named.', { status: 'hidden', author, ...edited }),
      ]),
    );
    await page.comment('To nobody.');
    const headers = page.all('article').map((article) => article.querySelector('header')!);
    // How long ago it was depends on the day of the test.
    const withoutTime = (header: Element): string =>
      (header.textContent ?? '').replace(header.querySelector('time')?.textContent ?? '', '');
    expect(headers.map(withoutTime)).to.deep.equal([en.deletedComment, 'Ada', en.removedComment, 'GraceVerified']);
    expect(page.all('article').map((article) => article.getAttribute('aria-label')?.split(', ')[0])).to.deep.equal([
      en.deletedComment,
      'Comment by Ada',
      en.removedComment,
      'Comment by Grace',
    ]);
    expect(page.get('article', /Ada/).getAttribute('aria-label')).to.contain(en.inReplyToUnknown);
    expect(page.all('button', 'Hide replies: Deleted comment')).to.have.length(1);
  });

  it('says which comment is held, which was changed and whom one answers', async () => {
    const page = await CommentsPage.open(
      reader([
        comment('Held.', { status: 'pending' }),
        comment('Changed.', { editedAt: '2026-11-24T11:00:00Z' }),
        comment('Answer.', { replyTo: { name: 'Grace' } }),
      ]),
    );
    expect((await page.comment('Held.')).textContent).to.contain(en.heldForReview);
    expect((await page.comment('Changed.')).textContent).to.contain(en.edited);
    expect((await page.comment('Answer.')).textContent).to.contain(en.inReplyTo('Grace'));
  });

  it('still says that a comment was changed when it also answers somebody', async () => {
    const page = await CommentsPage.open(
      reader([comment('Both.', { replyTo: { name: 'Grace' }, editedAt: '2026-11-24T11:00:00Z' })]),
    );
    const article = await page.comment('Both.');
    expect(article.textContent).to.contain(en.inReplyTo('Grace'));
    expect(article.textContent).to.contain(en.edited);
  });

  it('asks for the first comment where there is none', async () => {
    const page = await CommentsPage.open(reader([]));
    await page.says(en.empty);
    expect(page.all('article')).to.have.length(0);
  });

  it('lets the page write its own words for a discussion without comments', async () => {
    const page = await CommentsPage.open(reader([]), {}, { content: '<span slot="empty">Be the first!</span>' });
    await waitFor(() => expect(page.element.querySelector('span')?.assignedSlot).to.exist);
    expect(page.get('list')).to.exist;
    expect(page.element.querySelector('span')?.checkVisibility()).to.equal(true);
  });

  it('says that there is no discussion, and shows neither comments nor a form', async () => {
    const page = await CommentsPage.open({ ...memoryAdapter({ info: { state: 'missing' } }) });
    expect((await page.find('status')).textContent).to.contain(en.missing);
    expect(page.all('textbox')).to.have.length(0);
    expect(page.isSaying(en.empty)).to.equal(false);
  });

  it('takes a backend that knows no such discussion for one without', async () => {
    const unknown = (): Promise<never> => Promise.reject(new AdapterError('not-found'));
    const page = await CommentsPage.open({ open: unknown, list: unknown });
    expect((await page.find('status')).textContent).to.contain(en.missing);
    expect(page.all('alert')).to.have.length(0);
  });

  it('says that the site takes no comments, in the words of the backend where it has some', async () => {
    const own = await CommentsPage.open(reader([comment('One.')], { state: 'disabled' }));
    expect((await own.find('status')).textContent).to.contain(en.disabled);
    const theirs = await CommentsPage.open(
      reader([comment('One.')], { state: 'disabled', stateMessage: 'Back on Monday.' }),
    );
    expect((await theirs.find('status')).textContent).to.contain('Back on Monday.');
    expect(theirs.texts).to.deep.equal(['One.']);
  });
});

describe('loading a discussion', () => {
  afterEach(unmountAll);

  it('tells that the list is busy until it is there', async () => {
    const gate = held();
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => (await gate.promise, { items: [comment('One.')] }),
    });
    await waitFor(() => expect(page.section.querySelector('[aria-busy=true]')).to.exist);
    gate.release();
    await page.comment('One.');
    expect(page.section.querySelector('[aria-busy=true]')).to.equal(null);
  });

  it('shows what the page put inside until the comments are there', async () => {
    const gate = held();
    const page = await CommentsPage.open(
      { open: async () => ({ state: 'open' }), list: async () => (await gate.promise, { items: [comment('One.')] }) },
      {},
      { content: '<p>Read them here.</p>' },
    );
    expect(page.element.querySelector('p')?.checkVisibility()).to.equal(true);
    gate.release();
    await page.comment('One.');
    expect(page.element.querySelector('p')?.checkVisibility()).to.equal(false);
  });

  for (const content of ['', '\n  ', '\n  <noscript><p>Comments need JavaScript.</p></noscript>\n']) {
    it(`shows grey lines where the page has put ${JSON.stringify(content)} inside`, async () => {
      const gate = held();
      const page = await CommentsPage.open(
        { open: async () => ({ state: 'open' }), list: async () => (await gate.promise, { items: [comment('One.')] }) },
        {},
        { content },
      );
      const lines = (): Element | null => page.section.querySelector('[part=placeholder]');
      await waitFor(() => expect(lines()?.checkVisibility()).to.equal(true));
      gate.release();
      await page.comment('One.');
      expect(lines()).to.equal(null);
    });
  }

  it('says why it failed, once, and tries again', async () => {
    const adapter = memoryAdapter({
      comments: [comment('One.')],
      faults: ({ attempt }) => (attempt === 1 ? new AdapterError('network') : undefined),
    });
    const page = await CommentsPage.open(adapter);
    expect(await page.alert()).to.contain(en.loadFailed(en.causes.network));
    expect(page.all('alert')).to.have.length(1);
    await page.press('Try again');
    await page.comment('One.');
    expect(page.all('alert')).to.have.length(0);
  });

  it('keeps the focus in the section when loading is tried again', async () => {
    const adapter = memoryAdapter({
      comments: [comment('One.')],
      faults: ({ attempt }) => (attempt === 1 ? new AdapterError('network') : undefined),
    });
    const page = await CommentsPage.open(adapter);
    await page.press('Try again');
    await page.comment('One.');
    expect(
      page.focused,
      'the button is gone, and a keyboard user must not start again at the top of the page',
    ).to.not.equal(null);
  });

  it('shows the comments where only the state of the discussion could not be had', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: [comment('One.')],
        faults: ({ method }) =>
          method === 'open' ? new AdapterError('unavailable', 'We are back at noon') : undefined,
      }),
    );
    expect(await page.alert()).to.contain('We are back at noon.');
    expect(page.texts).to.deep.equal(['One.']);
    expect(page.all('textbox')).to.have.length(0);
  });

  it('waits for what Markdown and HTML bodies need, and never shows their source', async () => {
    const gate = held();
    const adapter: CommentsAdapter = {
      open: async () => ({ state: 'open' }),
      list: async () => (
        await gate.promise,
        {
          items: [
            comment('1', { body: { format: 'markdown', value: 'A **bold** word.' } }),
            comment('2', { body: { format: 'html', value: '<p>An <em>old</em> one.</p>' } }),
          ],
        }
      ),
    };
    const page = await CommentsPage.open(adapter);
    const seen: string[] = [];
    new MutationObserver(() => seen.push(page.section.textContent ?? '')).observe(page.section, {
      subtree: true,
      childList: true,
    });
    gate.release();
    await page.comment('A bold word.');
    expect(page.get('strong').textContent).to.equal('bold');
    expect(page.get('emphasis').textContent).to.equal('old');
    expect(seen.filter((text) => text.includes('**') || text.includes('<p>'))).to.deep.equal([]);
  });

  it('tells the page when the comments are there', async () => {
    const gate = held();
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => (await gate.promise, { items: [comment('One.')], next: 'x', total: 30 }),
    });
    const loads = page.listen('comments-load');
    gate.release();
    await waitFor(() =>
      expect(loads.map(({ shown, total }) => ({ shown, total }))).to.deep.equal([{ shown: 1, total: 30 }]),
    );
    expect(page.texts).to.deep.equal(['One.']);
  });

  it('tells the page of what failed', async () => {
    const gate = held();
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => (await gate.promise, { items: [] }),
    });
    const errors = page.listen('comments-error');
    gate.fail(new AdapterError('timeout'));
    await page.alert();
    expect(errors.map(({ action, error }) => [action, error.kind])).to.deep.equal([['list', 'timeout']]);
  });

  it('keeps what is shown where asking for it again fails, and tells the page once', async () => {
    let isDown = false;
    const answer = async <T>(value: T): Promise<T> => {
      if (isDown) throw new AdapterError('timeout');
      return value;
    };
    const page = await CommentsPage.open({
      open: () => answer({ state: 'open' }),
      list: () => answer({ items: [comment('One.')] }),
    });
    await page.comment('One.');
    const errors = page.listen('comments-error');
    const told = (): string[] => errors.map(({ action, error }) => `${action} ${error.kind}`);
    isDown = true;
    page.element.reload();
    await waitFor(() => expect(told()).to.have.members(['open timeout', 'list timeout']));
    page.element.closed = true;
    await page.find('status');
    expect(page.texts).to.deep.equal(['One.']);
    expect(told()).to.have.length(2);
    page.element.reload();
    await waitFor(() => expect(told()).to.have.length(4));
  });
});
