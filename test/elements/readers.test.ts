/** Who is reading, as the page says it by the property `token`. */
import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory.js';
import { ArticleComments } from '../../src/elements/article-comments.js';
import type { BackendSettings } from '../../src/elements/opening/backend-loader.js';
import en from '../support/english.js';
import type { CommentsAdapter, Token } from '../../src/model/adapter.js';
import { comment, comments, held } from '../support/fake-backend.js';
import { HttpEdge, json, type Sent } from '../support/http-edge.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { nextTask } from '../support/next-task.js';
import { discussionFor, nameIn } from '../support/readers-backend.js';

describe('a section whose page says who is reading', () => {
  const { backends } = ArticleComments;
  const { error } = console;
  let logged: string[];
  let edge: HttpEdge;
  /** What the loader of the backend was given. */
  let settings: BackendSettings[];

  beforeEach(() => {
    [logged, settings] = [[], []];
    console.error = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
    edge = new HttpEdge({
      'GET /discussion': (sent) => discussionFor(sent),
      'POST /comments': (sent) =>
        json({ outcome: 'published', comment: comment('Posted.', { author: { name: nameIn(sent) ?? 'Guest' } }) }),
    });
    ArticleComments.backends = {
      http: async (from) => {
        settings.push(from);
        return edge.adapter({ token: from.token });
      },
    };
  });
  afterEach(() => {
    unmountAll();
    console.error = error;
    ArticleComments.backends = backends;
  });

  const open = (token?: Token, adapter?: CommentsAdapter): Promise<CommentsPage> =>
    CommentsPage.open(adapter, adapter ? {} : { src: 'https://backend.example' }, {
      prepare: (element) => void (element.token = token),
    });
  /** The form says whose it is once somebody turns to it. */
  async function isFor(page: CommentsPage, name: string): Promise<void> {
    await page.turnToForm();
    await page.says(`Posting as ${name}`);
  }
  const bearers = (): unknown[] => edge.sent.map(({ init }) => init.headers.authorization);

  it('gives the token to the adapter that its attributes name', async () => {
    const token = async (): Promise<string> => 'token-of-ada';
    const page = await open(token);
    await isFor(page, 'Ada');
    expect(settings.map((from) => from.token)).to.deep.equal([token]);
    expect(bearers()).to.deep.equal(['Bearer token-of-ada']);
    expect(logged).to.deep.equal([]);
  });

  it('takes a token that was set before its code had come', async () => {
    const element = Object.assign(document.createElement('late-comments'), {
      token: 'token-of-ada',
      src: 'https://backend.example',
      discussion: 'pier',
      loading: 'eager',
    });
    document.body.append(element);
    customElements.define('late-comments', class extends ArticleComments {});
    try {
      const page = new CommentsPage(element as unknown as ArticleComments);
      await isFor(page, 'Ada');
    } finally {
      element.remove();
    }
  });

  it('follows the discussion for whoever reads now', async () => {
    const followed = (): Sent[] => edge.sent.filter(({ what }) => what === 'GET /events');
    edge.handlers.set('GET /events', () => undefined);
    edge.handlers.set('GET /discussion', (sent) => discussionFor(sent, comments(3), ['subscribe']));
    const page = await open('token-of-ada');
    await waitFor(() => expect(followed()).to.have.length(1));
    page.element.token = 'token-of-bo';
    await waitFor(() => expect(followed()).to.have.length(2));
    expect(followed().map(({ init }) => init.headers.authorization)).to.deep.equal([
      'Bearer token-of-ada',
      'Bearer token-of-bo',
    ]);
    expect(followed().map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('asks the backend again who is there for another token, and leaves the comments where they are', async () => {
    const page = await open();
    const first = await page.comment('Comment 1');
    expect(page.isSaying('Posting as')).to.equal(false);
    for (const [token, name] of [
      ['token-of-ada', 'Ada'],
      [() => 'token-of-bo', 'Bo'],
    ] as const) {
      page.element.token = token;
      await page.element.updateComplete;
      expect(page.all('article'), 'while the backend is asked').to.have.length(3);
      await isFor(page, name);
    }
    expect(await page.comment('Comment 1')).to.equal(first);
    page.element.token = undefined;
    await waitFor(() => expect(page.isSaying('Posting as')).to.equal(false));
    await waitFor(() => expect(bearers().at(-1)).to.equal(undefined));
    expect(settings, 'one adapter for all').to.have.length(1);
    expect(edge.sent).to.have.length(4);
  });

  it('asks nobody for the same token', async () => {
    const page = await open('token-of-ada');
    await isFor(page, 'Ada');
    page.element.token = 'token-of-ada';
    page.element.requestUpdate();
    await page.element.updateComplete;
    await nextTask();
    expect(edge.sent).to.have.length(1);
  });

  it('keeps what somebody has written for them alone', async () => {
    const page = await open('token-of-ada');
    await page.turnToForm();
    await page.write('By Ada.');
    await page.says(en.draftSaved);
    page.element.token = 'token-of-bo';
    await isFor(page, 'Bo');
    expect(page.textBox.value).to.equal('');
    await page.write('By Bo.');
    page.element.token = 'token-of-ada';
    await isFor(page, 'Ada');
    await waitFor(() => expect(page.textBox.value).to.equal('By Ada.'));
    page.element.token = 'token-of-ada-2';
    await waitFor(() => expect(bearers().at(-1)).to.equal('Bearer token-of-ada-2'));
    await isFor(page, 'Ada');
    await waitFor(() => expect(page.textBox.value, 'the same reader with a new token').to.equal('By Ada.'));
    await page.press(en.post);
    await page.comment('Posted.');
    expect(edge.sent.at(-1)?.body).to.include({ body: 'By Ada.', authorId: 'Ada' });
  });

  it('takes what was written before signing in along', async () => {
    const page = await open('');
    await page.turnToForm();
    await page.write('Written first.');
    page.element.token = 'token-of-ada';
    await isFor(page, 'Ada');
    expect(page.textBox.value).to.equal('Written first.');
  });

  it('shows nothing of a response that was meant for the reader before', async () => {
    const slow = held();
    edge.handlers.set('GET /discussion', async (sent) => {
      const name = nameIn(sent);
      if (name === 'Ada') await slow.promise;
      return discussionFor(sent, [comment(`For ${name}.`)]);
    });
    const page = await open('token-of-ada');
    await waitFor(() => expect(edge.sent).to.have.length(1));
    page.element.token = 'token-of-bo';
    await page.comment('For Bo.');
    slow.release();
    await nextTask();
    expect(page.texts).to.deep.equal(['For Bo.']);
    expect(edge.sent[0]?.signal.aborted).to.equal(true);
    await isFor(page, 'Bo');
  });

  it('shows nothing of a page of comments that was on its way to the reader before', async () => {
    const slow = held();
    edge.handlers.set('GET /discussion', async (sent) => {
      const response = (await discussionFor(sent).json()) as Record<string, unknown>;
      return json({ ...response, page: { items: comments(2), next: 'p2' } });
    });
    edge.handlers.set('GET /comments', async (sent) => {
      await slow.promise;
      return json({ items: [comment(`Held, for ${nameIn(sent)} alone.`)] });
    });
    const page = await open('token-of-ada');
    await page.comment('Comment 2');
    await page.press(en.loadMore);
    await waitFor(() => expect(edge.whats).to.include('GET /comments'));
    page.element.token = 'token-of-bo';
    await isFor(page, 'Bo');
    slow.release();
    await nextTask();
    await nextTask();
    expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2']);
    await page.press(en.loadMore);
    await page.comment('Held, for Bo alone.');
  });

  it('opens the discussion for the latest reader where the adapter comes later than the token', async () => {
    const slow = held();
    const { http } = ArticleComments.backends;
    ArticleComments.backends = {
      http: async (from) => {
        if (settings.length === 0) void settings.push(from);
        await slow.promise;
        return http!(from);
      },
    };
    const page = await open('token-of-ada');
    page.element.token = 'token-of-bo';
    await page.element.updateComplete;
    slow.release();
    await isFor(page, 'Bo');
    expect(bearers()).to.deep.equal(['Bearer token-of-bo']);
  });

  it('has an adapter that cannot be told made anew for another reader', async () => {
    ArticleComments.backends = {
      http: async (from) => {
        settings.push(from);
        const { setToken: _none, ...adapter } = edge.adapter({ token: from.token });
        return adapter;
      },
    };
    const page = await open('token-of-ada');
    await isFor(page, 'Ada');
    page.element.token = 'token-of-bo';
    await isFor(page, 'Bo');
    expect(settings.map(({ token }) => token)).to.deep.equal(['token-of-ada', 'token-of-bo']);
  });

  it('tells the developer what the adapter that its attributes name has no use for, and shows the comments', async () => {
    ArticleComments.backends = {
      http: async ({ note }) => {
        note('backend="static" takes no token.');
        return createMemoryAdapter({ comments: [comment('First.')] });
      },
    };
    const page = await open('token-of-ada');
    await page.comment('First.');
    expect(await page.alert()).to.contain('backend="static" takes no token.');
  });

  describe('to an adapter of its own', () => {
    it('gives it the token, and another one', async () => {
      const page = await open('token-of-ada', edge.adapter());
      await isFor(page, 'Ada');
      page.element.token = 'token-of-bo';
      await isFor(page, 'Bo');
      page.element.token = undefined;
      await waitFor(() => expect(page.isSaying('Posting as')).to.equal(false));
      await waitFor(() => expect(bearers()).to.deep.equal(['Bearer token-of-ada', 'Bearer token-of-bo', undefined]));
    });

    it('leaves it its own token where the page names none', async () => {
      const page = await open(undefined, edge.adapter({ token: 'token-of-ada' }));
      await isFor(page, 'Ada');
    });

    it('tells it of a reader who has left while the section was not on the page', async () => {
      const adapter = edge.adapter();
      const page = await open('token-of-ada', adapter);
      await isFor(page, 'Ada');
      page.element.remove();
      await nextTask();
      page.element.token = undefined;
      document.body.append(page.element);
      await waitFor(() => expect(bearers()).to.deep.equal(['Bearer token-of-ada', undefined]));
      expect(page.isSaying('Posting as')).to.equal(false);
    });

    it('tells the developer if it takes no token', async () => {
      const page = await open('token-of-ada', createMemoryAdapter({ comments: [comment('First.')] }));
      await page.comment('First.');
      expect(await page.alert())
        .to.contain('The adapter takes no token')
        .and.to.contain('setToken()');
      page.element.token = undefined;
      await waitFor(() => expect(page.all('alert')).to.have.length(0));
      await page.comment('First.');
    });
  });

  it('tells the developer of a template that makes another function for each rendering', async () => {
    const page = await open();
    const render = async (): Promise<void> => {
      page.element.token = () => 'token-of-ada';
      await page.element.updateComplete;
    };
    for (let rendering = 0; rendering < 6; rendering++) await render();
    await isFor(page, 'Ada');
    expect(await page.alert()).to.contain('Create the function once, outside the render function.');
    expect(logged).to.have.length(1);
  });

  it('says nothing of several readers, one after the other', async () => {
    const page = await open();
    for (const token of ['token-of-ada', 'token-of-bo', '', 'token-of-ada', 'token-of-bo']) {
      page.element.token = token;
      await page.element.updateComplete;
    }
    await isFor(page, 'Bo');
    expect(logged).to.deep.equal([]);
  });
});
