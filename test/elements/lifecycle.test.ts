import { expect, nextFrame } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { comment, comments, held, heldUp, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { nextTask } from '../support/next-task.js';

const one = { comments: [comment('First.')] };

describe('a section that is moved or removed', () => {
  afterEach(unmountAll);

  it('goes on with the request that is under way when it is moved', async () => {
    const gate = held();
    const { adapter, to } = watched(memoryAdapter(one));
    const page = await CommentsPage.open(heldUp(heldUp(adapter, 'list', gate.promise), 'open', gate.promise));
    const aside = document.body.appendChild(document.createElement('aside'));
    aside.append(page.element);
    await nextTask();
    document.body.append(page.element);
    aside.remove();
    gate.release();
    await page.comment('First.');
    await page.findTextBox();
    expect(to('list')).to.have.length(1);
    expect(to('open')).to.have.length(1);
    expect(to('list')[0]?.signal.aborted).to.equal(false);
  });

  it('posts once, and says so, when it is moved in the middle of that', async () => {
    const gate = held();
    const memory = memoryAdapter(one);
    const page = await CommentsPage.open(heldUp(memory, 'submit', gate.promise));
    await page.turnToForm();
    await page.write('On the move.');
    await page.press('Post comment');
    await page.findBusyButton();
    const aside = document.body.appendChild(document.createElement('aside'));
    aside.append(page.element);
    gate.release();
    await page.comment('On the move.');
    await page.says(en.published);
    expect(page.textBox.value).to.equal('');
    expect(memory.posted('pier')).to.have.length(1);
    aside.remove();
  });

  it('keeps what is being typed when it is moved', async () => {
    const page = await CommentsPage.open(memoryAdapter(one));
    await page.turnToForm();
    await page.write('Still typing');
    const box = page.textBox;
    document.body.prepend(page.element);
    await nextTask();
    expect(page.textBox === box).to.equal(true);
    expect(page.textBox.value).to.equal('Still typing');
    await page.press('Post comment');
    await page.comment('Still typing');
  });

  it('asks for nothing more once it is removed', async () => {
    const { adapter, calls } = watched({
      open: () => new Promise<never>(() => {}),
      list: () => new Promise<never>(() => {}),
    });
    const page = await CommentsPage.open(adapter);
    await waitFor(() => expect(calls).to.have.length(2));
    page.element.remove();
    await nextTask();
    expect(calls.map(({ signal }) => signal.aborted)).to.deep.equal([true, true]);
  });

  it('has what was being sent kept as a draft when it is removed', async () => {
    const { adapter } = watched({ ...memoryAdapter(one), submit: () => new Promise<never>(() => {}) });
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('In mid-air.');
    await page.press('Post comment');
    await page.findBusyButton();
    page.element.remove();
    const later = await CommentsPage.open(memoryAdapter(one));
    await waitFor(() => expect(later.textBox.value).to.equal('In mid-air.'));
  });

  it('works again when it is put back', async () => {
    const { adapter, to } = watched(memoryAdapter(one));
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('Not yet.');
    page.element.remove();
    await nextTask();
    document.body.append(page.element);
    await page.comment('First.');
    await waitFor(() => expect(page.textBox.value).to.equal('Not yet.'));
    expect(to('list')).to.have.length(2);
    await page.press('Post comment');
    await page.comment('Not yet.');
    await page.startReport('First.');
  });

  it('leaves no timer, no listener and no observer behind, ten times over', async () => {
    const balance = new Map<string, number>();
    const count = (what: string, by: number): void => void balance.set(what, (balance.get(what) ?? 0) + by);
    const restore: (() => void)[] = [];
    const spy = <Target extends object>(
      target: Target,
      name: keyof Target & string,
      note: (args: unknown[], result: unknown) => void,
    ): void => {
      const own = Object.getOwnPropertyDescriptor(target, name);
      const work = target[name] as (...args: unknown[]) => unknown;
      Object.defineProperty(target, name, {
        configurable: true,
        writable: true,
        value(this: unknown, ...args: unknown[]) {
          const result = work.apply(this, args);
          note(args, result);
          return result;
        },
      });
      restore.push(() => (own ? Object.defineProperty(target, name, own) : Reflect.deleteProperty(target, name)));
    };
    const timers = new Set<unknown>();
    spy(window, 'setInterval', (_, id) => timers.add(id));
    spy(window, 'clearInterval', ([id]) => timers.delete(id));
    for (const target of [window, document] as const) {
      const name = (type: unknown): string => `${target === window ? 'window' : 'document'} ${String(type)}`;
      spy(target, 'addEventListener', ([type, , options]) => {
        count(name(type), 1);
        (options as AddEventListenerOptions | undefined)?.signal?.addEventListener('abort', () =>
          count(name(type), -1),
        );
      });
      spy(target, 'removeEventListener', ([type]) => count(name(type), -1));
    }
    spy(IntersectionObserver.prototype, 'observe', () => count('IntersectionObserver', 1));
    spy(IntersectionObserver.prototype, 'disconnect', () => count('IntersectionObserver disconnected', 1));
    try {
      const memory = memoryAdapter({
        ...one,
        info: { closesAt: new Date(Date.now() + 3_600_000).toISOString() },
      });
      let listening = 0;
      const adapter = { ...memory, onViewerChange: () => (listening++, () => void listening--) };
      const page = await CommentsPage.open(adapter, { loading: 'lazy' });
      for (let round = 0; round < 10; round++) {
        page.element.remove();
        await nextTask();
        document.body.prepend(page.element);
        await page.turnToForm();
        await page.write(`Round ${round}`);
        if (!page.isSaying(en.reportReason)) await page.startReport('First.');
        expect(listening).to.equal(1);
      }
      page.element.remove();
      await nextTask();
      expect(listening).to.equal(0);
      expect([...timers]).to.deep.equal([]);
      const ends = balance.get('IntersectionObserver disconnected') ?? 0;
      expect(ends).to.be.at.least(balance.get('IntersectionObserver') ?? 0);
      balance.delete('IntersectionObserver');
      balance.delete('IntersectionObserver disconnected');
      expect([...balance].filter(([, left]) => left > 0)).to.deep.equal([]);
    } finally {
      for (const undo of restore) undo();
    }
  });
});

describe('a section that is set up anew', () => {
  afterEach(unmountAll);

  it('forgets the old adapter in the middle of its request', async () => {
    const gate = held();
    const old = watched(heldUp(memoryAdapter({ comments: [comment('Old.')] }), 'list', gate.promise));
    const page = await CommentsPage.open(old.adapter);
    await waitFor(() => expect(old.to('list')).to.have.length(1));
    page.element.adapter = memoryAdapter({ comments: [comment('New.')] });
    await page.comment('New.');
    gate.release();
    await nextTask();
    expect(old.to('list')[0]?.signal.aborted).to.equal(true);
    expect(page.texts).to.deep.equal(['New.']);
  });

  it('leaves a text with its article when the page shows another one', async () => {
    const memory = memoryAdapter({ comments: (key) => [comment(`About the ${key}.`)] });
    const page = await CommentsPage.open(memory);
    await page.turnToForm();
    await page.write('My view of the pier.');
    page.element.setAttribute('discussion', 'harbour');
    await page.comment('About the harbour.');
    await page.turnToForm();
    expect(page.textBox.value).to.equal('');
    await page.write('My view of the harbour.');
    page.element.setAttribute('discussion', 'pier');
    await page.comment('About the pier.');
    await waitFor(() => expect(page.textBox.value).to.equal('My view of the pier.'));
    expect(page.texts).to.deep.equal(['About the pier.']);
  });

  it('takes an open report form with its article', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ comments: (key) => [comment('Same id.', { author: { name: key } })] }),
    );
    await page.startReport('Same id.');
    page.element.setAttribute('discussion', 'harbour');
    await page.find('article', 'harbour');
    expect(page.all('group', en.reportReason), 'nobody asked to report a comment of this article').to.have.length(0);
  });

  it('lists in the page’s order, and in pages of the page’s size', async () => {
    const { adapter, to } = watched(memoryAdapter({ comments: comments(3) }));
    const page = await CommentsPage.open(adapter, { order: 'newest', 'page-size': '2' });
    await waitFor(() => expect(page.texts).to.deep.equal(['Comment 3', 'Comment 2']));
    page.element.setAttribute('order', 'oldest');
    await waitFor(() => expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2']));
    page.element.setAttribute('page-size', '3');
    await waitFor(() => expect(page.texts).to.have.length(3));
    expect(
      to('list').map(({ args }) => [(args[0] as { sort: string }).sort, (args[0] as { limit: number }).limit]),
    ).to.deep.equal([
      ['newest', 2],
      ['oldest', 2],
      ['oldest', 3],
    ]);
  });

  it('keeps a text when the order changes', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    await page.turnToForm();
    await page.write('In between.');
    page.element.setAttribute('order', 'newest');
    await waitFor(() => expect(page.texts[0]).to.equal('Comment 3'));
    await waitFor(() => expect(page.textBox.value).to.equal('In between.'));
  });
});

describe('two sections on one page', () => {
  afterEach(unmountAll);

  it('shows the same discussion and its policy in two sections with one adapter', async () => {
    const adapter = memoryAdapter({
      comments: [comment('Shared.')],
      info: { policy: { body: { format: 'text', value: 'House rules.' } } },
    });
    const [one, other] = [await CommentsPage.open(adapter), await CommentsPage.open(adapter)];
    for (const page of [one, other]) {
      await page.comment('Shared.');
      await page.says('House rules.');
    }
    expect(one.texts).to.deep.equal(other.texts);
  });

  it('keeps the drafts, comments and announcements of two sections apart', async () => {
    const memory = memoryAdapter({ comments: (key) => [comment(`About the ${key}.`)] });
    const pier = await CommentsPage.open(memory, { discussion: 'pier' });
    const harbour = await CommentsPage.open(memory, { discussion: 'harbour' });
    await pier.turnToForm();
    await pier.write('For the pier.');
    await harbour.turnToForm();
    expect(harbour.textBox.value).to.equal('');
    await harbour.write('For the harbour.');
    await harbour.press('Post comment');
    await harbour.comment('For the harbour.');
    await harbour.startReport('About the harbour.');
    expect(pier.texts).to.deep.equal(['About the pier.']);
    expect(pier.textBox.value).to.equal('For the pier.');
    expect(pier.heard).to.deep.equal([]);
    expect(harbour.all('radio')).not.to.be.empty;
    expect(pier.all('radio')).to.be.empty;
    await pier.press('Post comment');
    await pier.comment('For the pier.');
    expect(memory.posted('pier').map(({ body }) => body.value)).to.deep.equal(['For the pier.']);
    expect(memory.posted('harbour').map(({ body }) => body.value)).to.deep.equal(['For the harbour.']);
  });
});

describe('a lazy section', () => {
  afterEach(unmountAll);

  it('asks for nothing until it comes near the viewport', async () => {
    const { adapter, calls } = watched(memoryAdapter(one));
    const article = document.body.appendChild(document.createElement('article'));
    article.style.setProperty('height', '5000px');
    try {
      const page = await CommentsPage.open(adapter, { loading: 'lazy' });
      for (let frame = 0; frame < 6; frame++) await nextFrame();
      expect(calls).to.deep.equal([]);
      scrollBy(0, page.element.getBoundingClientRect().top - innerHeight - 300);
      await page.comment('First.');
      expect(page.element.getBoundingClientRect().top, 'it is still below the fold').to.be.greaterThan(innerHeight);
    } finally {
      article.remove();
      scrollTo(0, 0);
    }
  });
});
