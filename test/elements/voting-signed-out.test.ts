/** A vote of somebody signed out is asked about, and counted once they are back. */
import { expect } from '@open-wc/testing';
import { AdapterError, type Comment, type CommentsAdapter, type Viewer, type Vote } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { blockStorage } from '../support/block-storage.js';
import { held, type SeenCall, watched } from '../support/fake-backend.js';
import { neverHappens } from '../support/never-happens.js';
import { ada, changeable, editor, failing, mine, pressKey, theirs, without } from './changeable.js';

const anonymous: Viewer = { state: 'anonymous' };
const signedOut = { viewer: anonymous, posting: { who: 'signed-in' } } as const;
const HOUR = 60 * 60_000;

const votesOf = (calls: readonly SeenCall[]): unknown[] =>
  calls.map(({ args }) => [(args[1] as Vote).id, (args[1] as Vote).value]);

/** A backend that lists each viewer's own votes, and a way to sign in on the page around the section. */
function paper(votes: Readonly<Record<string, Vote['value']>> = {}) {
  let viewer: Viewer = anonymous;
  let tell: ((viewer: Viewer) => void) | undefined;
  const backend = changeable();
  const adapter: CommentsAdapter = {
    ...backend,
    open: async () => ({ ...signedOut, state: 'open', viewer }),
    submit: async () => ({ outcome: 'pending' }),
    async list(...args) {
      const page = await backend.list(...args);
      const own = votes[viewer.author?.id ?? ''];
      return own === undefined ? page : { ...page, items: page.items.map((one) => voted(one, own)) };
    },
    onViewerChange: (onChange) => ((tell = onChange), () => {}),
  };
  const signIn = (next = ada): Viewer => {
    viewer = next;
    tell?.(next);
    return next;
  };
  return { adapter, signIn };
}

const voted = (one: Comment, mine: Vote['value']): Comment => ({ ...one, votes: { up: 4, mine } });

/** The same, with the calls it gets. `until`: signing in takes so long. */
function signingIn(until?: Promise<void>) {
  const { adapter, signIn } = paper();
  return watched({ ...adapter, signIn: async () => (await until, signIn()) });
}

const button = async (page: CommentsPage, name: RegExp = /\bRecommend/): Promise<HTMLElement> => {
  const [found] = page.all('button', name, await page.comment('Theirs.'));
  if (!found) throw new Error(`There is no button ${name}.`);
  return found;
};

const press = async (page: CommentsPage, name: RegExp = /\bRecommend/): Promise<void> =>
  page.press(name, await page.comment('Theirs.'));

/** Presses the vote and waits for the question. */
async function ask(page: CommentsPage, name?: RegExp): Promise<HTMLElement> {
  await press(page, name);
  return page.find('group', 'Sign in to vote');
}

const leavesSignIn = (page: CommentsPage): void =>
  page.element.addEventListener('comments-sign-in', (event) => event.preventDefault());

describe('voting before signing in', () => {
  afterEach(unmountAll);

  it('asks first, at that comment, and leads nowhere by itself', async () => {
    const { adapter, calls } = watched({ ...changeable(signedOut), signIn: async () => ada });
    const page = await CommentsPage.open(adapter);
    const wanted = page.listen('comments-sign-in');
    const question = await ask(page);
    expect((await page.comment('Theirs.')).contains(question)).to.equal(true);
    await page.says('You’ll come back to this comment, and your vote will be counted then.');
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal('Sign in'));
    await neverHappens(() => calls.filter(({ method }) => method === 'signIn' || method === 'vote'));
    expect(wanted).to.have.length(0);
  });

  for (const [how, cancel] of [
    ['Cancel', (page: CommentsPage) => page.press('Cancel')],
    ['Escape', async (page: CommentsPage) => pressKey('Escape', page.focused)],
    ['a second press', (page: CommentsPage) => press(page)],
  ] as const) {
    it(`takes the question back with ${how}, and the vote with it`, async () => {
      const { adapter: backend, signIn } = paper();
      const { adapter, to } = watched(backend);
      const page = await CommentsPage.open(adapter);
      await ask(page);
      await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal('Sign in'));
      await cancel(page);
      await waitFor(() => expect(page.all('group', 'Sign in to vote')).to.have.length(0));
      expect(page.isFocused(await button(page))).to.equal(true);
      const lists = to('list').length;
      signIn();
      await waitFor(() => expect(to('list').length).to.be.above(lists));
      await neverHappens(
        () => to('vote'),
        () => page.says(/3 Recommend/),
      );
      expect(sessionStorage.getItem('article-comments:vote:pier')).to.equal(null);
    });
  }

  it('signs in, comes back to the comment, and votes once, which is announced', async () => {
    const { adapter, to } = signingIn();
    const page = await CommentsPage.open(adapter);
    const wanted = page.listen('comments-sign-in');
    const votes = page.listen('comments-vote');
    await ask(page);
    await page.press('Sign in', await page.comment('Theirs.'));
    await waitFor(() => expect(page.heard).to.include('Your vote is counted.'));
    expect(page.heard).to.include('You’re signed in as Ada.');
    expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, 1]]);
    expect(votes).to.have.length(1);
    expect(wanted.map(({ purpose }) => purpose)).to.deep.equal([{ action: 'vote', id: theirs.id }]);
    expect(page.all('group', 'Sign in to vote')).to.have.length(0);
    expect((await button(page)).getAttribute('aria-pressed')).to.equal('true');
    expect(page.isFocused(await button(page))).to.equal(true);
  });

  it('asks to sign in once, however often the button is pressed meanwhile', async () => {
    const gate = held();
    const { adapter, to } = signingIn(gate.promise);
    const page = await CommentsPage.open(adapter);
    const wanted = page.listen('comments-sign-in');
    await ask(page);
    await page.press('Sign in', await page.comment('Theirs.'));
    await waitFor(() => expect(to('signIn')).to.have.length(1));
    await page.press('Sign in', await page.comment('Theirs.'));
    gate.release();
    await waitFor(() => expect(to('vote')).to.have.length(1));
    expect(wanted).to.have.length(1);
  });

  it('waits for a page that signs the reader in itself', async () => {
    const { adapter: backend, signIn } = paper();
    const { adapter, to } = watched(backend);
    const page = await CommentsPage.open(adapter);
    leavesSignIn(page);
    await ask(page);
    await page.press('Sign in', await page.comment('Theirs.'));
    await neverHappens(() => to('vote'));
    expect(page.all('alert')).to.have.length(0);
    signIn();
    await waitFor(() => expect(page.heard).to.include('Your vote is counted.'));
    expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, 1]]);
  });

  it('is counted, too, when the reader signs in at the page’s own button and not at the question', async () => {
    const { adapter: backend, signIn } = paper();
    const { adapter, to } = watched(backend);
    const page = await CommentsPage.open(adapter);
    await ask(page);
    signIn();
    await waitFor(() => expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, 1]]));
  });

  it('is counted when the sign-in has led through another page', async () => {
    const leaving = new Promise<never>(() => {});
    const first = await CommentsPage.open({ ...changeable(signedOut), signIn: () => leaving });
    await ask(first);
    await first.press('Sign in', await first.comment('Theirs.'));
    first.element.remove();
    const { adapter, to } = watched(changeable({ viewer: ada }));
    const second = await CommentsPage.open(adapter);
    await waitFor(() => expect(second.heard).to.include('Your vote is counted.'));
    expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, 1]]);
    await waitFor(async () => expect(second.isFocused(await button(second))).to.equal(true));
    second.element.remove();
    const third = watched(changeable({ viewer: ada }));
    const later = await CommentsPage.open(third.adapter);
    await later.press(/\bRecommend/, await later.comment('Mine.'));
    await waitFor(() => expect(votesOf(third.to('vote')), 'once').to.deep.equal([[mine.id, 1]]));
  });

  it('is counted by a section far below the fold, too', async () => {
    const first = await CommentsPage.open(changeable(signedOut));
    await ask(first);
    first.element.remove();
    const article = document.createElement('div');
    article.style.blockSize = '9000px';
    document.body.append(article);
    const { adapter, to } = watched(changeable({ viewer: ada }));
    const second = await CommentsPage.open(adapter, { loading: 'lazy' });
    await waitFor(() => expect(second.heard).to.include('Your vote is counted.'));
    expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, 1]]);
    await waitFor(async () => expect(second.isFocused(await button(second))).to.equal(true));
    expect((await button(second)).getBoundingClientRect().top).to.be.within(0, innerHeight);
    article.remove();
  });

  it('does not load the section of another discussion', async () => {
    const first = await CommentsPage.open(changeable(signedOut));
    await ask(first);
    first.element.remove();
    const article = document.createElement('div');
    article.style.blockSize = '9000px';
    document.body.append(article);
    const { adapter, calls } = watched(changeable({ viewer: ada }));
    await CommentsPage.open(adapter, { loading: 'lazy', discussion: 'harbour' });
    await neverHappens(() => calls);
    article.remove();
  });

  it('leads the sign-in page back to the comment', async () => {
    const returns: unknown[] = [];
    const signIn: CommentsAdapter['signIn'] = async ({ returnUrl }) => (returns.push(returnUrl), ada);
    const page = await CommentsPage.open({ ...changeable(signedOut), signIn });
    await ask(page);
    await page.press('Sign in', await page.comment('Theirs.'));
    const here = location.origin + location.pathname + location.search;
    await waitFor(() => expect(returns).to.deep.equal([`${here}#comment-${theirs.id}`]));
  });

  describe('without session storage', () => {
    const upDown = { features: { pollEvery: 0, votes: 'up-down' } } as const;
    let restore: (() => void)[];
    beforeEach(() => (restore = [blockStorage('sessionStorage')]));
    afterEach(() => {
      for (const unblock of restore) unblock();
      localStorage.removeItem('article-comments:vote:pier');
      history.replaceState(null, '', location.pathname + location.search);
    });

    /** Asks for a vote, and signs in on another page. Returns the end of the address to which that page leads back. */
    async function leave(name?: RegExp): Promise<string> {
      const page = await CommentsPage.open({
        ...changeable(signedOut),
        ...(name && upDown),
        signIn: ({ returnUrl = '' }) => {
          history.replaceState(null, '', returnUrl);
          return new Promise<never>(() => {});
        },
      });
      await ask(page, name);
      await page.press('Sign in', await page.comment('Theirs.'));
      await waitFor(() => expect(location.hash).not.to.equal(''));
      page.element.remove();
      return location.hash;
    }

    it('is counted, too, once the reader is back at the comment', async () => {
      expect(await leave()).to.equal(`#comment-${theirs.id}`);
      const { adapter, to } = watched(changeable({ viewer: ada }));
      const page = await CommentsPage.open(adapter, { loading: 'lazy' });
      await waitFor(() => expect(page.heard).to.include('Your vote is counted.'));
      expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, 1]]);
      await waitFor(async () => expect(page.isFocused(await button(page))).to.equal(true));
      expect(localStorage.getItem('article-comments:vote:pier')).to.equal(null);
    });

    it('is not counted on another visit, where another person may have signed in', async () => {
      await leave();
      history.replaceState(null, '', location.pathname);
      const { adapter, to } = watched(changeable({ viewer: ada }));
      const page = await CommentsPage.open(adapter);
      await page.press(/\bRecommend/, await page.comment('Mine.'));
      await waitFor(() => expect(votesOf(to('vote'))).to.deep.equal([[mine.id, 1]]));
    });

    it('is forgotten after an hour, too', async () => {
      await leave();
      const key = 'article-comments:vote:pier';
      const kept = JSON.parse(localStorage.getItem(key) ?? '') as { waitsUntil: number };
      localStorage.setItem(key, JSON.stringify({ ...kept, waitsUntil: kept.waitsUntil - HOUR }));
      const { adapter, to } = watched(changeable({ viewer: ada }));
      await CommentsPage.open(adapter, { loading: 'lazy' });
      await neverHappens(
        () => to('vote'),
        () => waitFor(() => expect(localStorage.getItem(key)).to.equal(null)),
      );
    });

    for (const [name, vote] of [
      [/\bAgree/, 1],
      [/\bDisagree/, -1],
    ] as const) {
      it(`leads back to the button for ${vote} if the browser stores nothing at all, and leaves the press to the reader`, async () => {
        restore.push(blockStorage('localStorage'));
        expect(await leave(name)).to.equal(`#comment-${theirs.id}&vote=${vote}`);
        const { adapter, to } = watched({ ...changeable({ viewer: ada }), ...upDown });
        const page = await CommentsPage.open(adapter, { loading: 'lazy' });
        await waitFor(async () => expect(page.isFocused(await button(page, name))).to.equal(true));
        expect(location.hash).to.equal(`#comment-${theirs.id}`);
        await neverHappens(() => to('vote'));
        await press(page, name);
        await waitFor(() => expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, vote]]));
      });
    }
  });

  it('finds the comment again where it is on no page that is loaded', async () => {
    const page = await CommentsPage.open(changeable(signedOut));
    await ask(page);
    page.element.remove();
    const elsewhere = changeable({ viewer: ada });
    const later = watched({ ...elsewhere, list: async () => ({ items: [mine], total: 2 }) });
    const second = await CommentsPage.open(later.adapter);
    await second.comment('Theirs.');
    await waitFor(() => expect(votesOf(later.to('vote'))).to.deep.equal([[theirs.id, 1]]));
  });

  it('stays with its discussion', async () => {
    const first = await CommentsPage.open(changeable(signedOut), { discussion: 'pier' });
    await ask(first);
    first.element.remove();
    const { adapter, to } = watched(changeable({ viewer: ada }));
    const harbour = await CommentsPage.open(adapter, { discussion: 'harbour' });
    await harbour.press(/\bRecommend/, await harbour.comment('Mine.'));
    await waitFor(() => expect(votesOf(to('vote'))).to.deep.equal([[mine.id, 1]]));
  });

  it('is forgotten after an hour', async () => {
    const first = await CommentsPage.open(changeable(signedOut));
    await ask(first);
    first.element.remove();
    const kept = JSON.parse(sessionStorage.getItem('article-comments:vote:pier') ?? '') as { waitsUntil: number };
    sessionStorage.setItem(
      'article-comments:vote:pier',
      JSON.stringify({ ...kept, waitsUntil: kept.waitsUntil - HOUR }),
    );
    const { adapter, to } = watched(changeable({ viewer: ada }));
    const page = await CommentsPage.open(adapter);
    await page.press(/\bRecommend/, await page.comment('Mine.'));
    await waitFor(() => expect(votesOf(to('vote'))).to.deep.equal([[mine.id, 1]]));
    expect(sessionStorage.getItem('article-comments:vote:pier')).to.equal(null);
  });

  for (const [what, earlier] of [
    ['the same way', 1],
    ['the other way', -1],
  ] as const) {
    it(`does not touch the vote of somebody who has voted ${what} before, and says so`, async () => {
      const { adapter: backend, signIn } = paper({ ada: earlier });
      const { adapter, to } = watched({ ...backend, features: { ...backend.features, votes: 'up-down' as const } });
      const page = await CommentsPage.open(adapter);
      await press(page, /\bAgree/);
      await page.find('group', 'Sign in to vote');
      signIn();
      await neverHappens(
        () => to('vote'),
        () => waitFor(() => expect(page.heard).to.include('You’ve already voted on this comment.')),
      );
      expect((await button(page, earlier === 1 ? /\bAgree/ : /\bDisagree/)).getAttribute('aria-pressed')).to.equal(
        'true',
      );
    });
  }

  it('waits for the earlier votes of each who signs in, one after the other', async () => {
    const { adapter: backend, signIn } = paper({ '': 0, grace: -1 });
    const gate = held();
    let isHeld = false;
    const { adapter, to } = watched({
      ...backend,
      features: { ...backend.features, votes: 'up-down' as const },
      list: async (...args) => {
        if (isHeld) await gate.promise;
        return backend.list(...args);
      },
    });
    const page = await CommentsPage.open(adapter);
    await ask(page, /\bAgree/);
    signIn();
    await waitFor(() => expect(page.heard).to.include('Your vote is counted.'));
    signIn(anonymous);
    await waitFor(async () => expect((await button(page, /\bAgree/)).getAttribute('aria-pressed')).to.equal('false'));
    await ask(page, /\bAgree/);
    isHeld = true;
    const lists = to('list').length;
    signIn({ state: 'signed-in', author: { id: 'grace', name: 'Grace' } });
    await waitFor(() => expect(to('list').length).to.be.above(lists));
    await neverHappens(() => to('vote').slice(1));
    gate.release();
    await neverHappens(
      () => to('vote').slice(1),
      () => waitFor(() => expect(page.heard).to.include('You’ve already voted on this comment.')),
    );
  });

  it('says at the comment why it was not counted, and can be tried again', async () => {
    let isDown = true;
    const { adapter: backend, signIn } = paper();
    const { adapter, to } = watched(backend);
    const page = await CommentsPage.open(
      failing(adapter, 'vote', new AdapterError('unavailable', '', { stored: 'no' }), () => isDown),
    );
    await ask(page);
    signIn();
    expect(await page.alert()).to.contain('Your vote wasn’t counted. Our site is having trouble right now.');
    expect(page.heard).not.to.include('Your vote is counted.');
    expect((await button(page)).getAttribute('aria-pressed')).to.equal('false');
    isDown = false;
    await page.press('Try again');
    await waitFor(() => expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, 1]]));
  });

  for (const [what, methods] of [
    ['their own votes', ['list']],
    ['anything', ['open', 'list']],
  ] as const) {
    it(`says at the comment that it was not counted where ${what} could not be loaded after signing in`, async () => {
      let isDown = false;
      const { adapter: backend, signIn } = paper();
      const { adapter, to } = watched(backend);
      const page = await CommentsPage.open({
        ...methods.reduce((one, method) => failing(one, method, new AdapterError('network'), () => isDown), adapter),
        signIn: async () => {
          isDown = true;
          return signIn();
        },
      });
      const errors = page.listen('comments-error');
      await ask(page);
      await page.press('Sign in', await page.comment('Theirs.'));
      expect(await page.alert()).to.contain('Your vote wasn’t counted. We couldn’t reach the site.');
      expect((await page.comment('Theirs.')).contains(page.get('alert'))).to.equal(true);
      expect(page.all('group', 'Sign in to vote')).to.have.length(0);
      expect(page.isFocused(await button(page))).to.equal(true);
      expect(new Set(errors.map(({ action }) => action))).to.deep.equal(new Set(methods));
      expect(to('vote')).to.have.length(0);
      isDown = false;
      await page.press('Try again');
      await waitFor(() => expect(votesOf(to('vote'))).to.deep.equal([[theirs.id, 1]]));
    });
  }

  it('says so when signing in fails, and leaves the question open', async () => {
    const page = await CommentsPage.open({
      ...changeable(signedOut),
      signIn: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    await ask(page);
    await page.press('Sign in', await page.comment('Theirs.'));
    expect(await page.alert()).to.contain('You’re not signed in. We couldn’t reach the site.');
    expect(page.all('group', 'Sign in to vote')).to.have.length(1);
  });

  it('says what to do where there is no way to sign in here', async () => {
    const page = await CommentsPage.open(without(changeable(signedOut), 'signIn'));
    await ask(page);
    await page.press('Sign in', await page.comment('Theirs.'));
    expect(await page.alert()).to.equal(
      'Your vote isn’t counted yet. Sign in on this site, then come back to this page.',
    );
  });

  it('asks, too, when the backend is the first to know that the session is over', async () => {
    let isOver = true;
    const { adapter, to } = watched({
      ...failing(changeable(), 'vote', new AdapterError('session-expired'), () => isOver),
      signIn: async () => {
        isOver = false;
        return ada;
      },
    });
    const page = await CommentsPage.open(adapter);
    const votes = page.listen('comments-vote');
    const errors = page.listen('comments-error');
    await ask(page);
    await page.press('Sign in', await page.comment('Theirs.'));
    await waitFor(() => expect(votes.map(({ value }) => value)).to.deep.equal([1]));
    expect(to('vote')).to.have.length(2);
    expect(errors).to.have.length(0);
  });

  it('is not cast for another account than the one whose session was over', async () => {
    const { adapter: backend, signIn } = paper();
    signIn(ada);
    const { adapter, to } = watched({
      ...failing(backend, 'vote', new AdapterError('session-expired')),
      signIn: async () => signIn(editor),
    });
    const page = await CommentsPage.open(adapter);
    await ask(page);
    await page.press('Sign in', await page.comment('Theirs.'));
    await waitFor(() => expect(page.heard).to.include('You’re signed in as Eve.'));
    const afterTheFirst = () => to('vote').slice(1);
    await neverHappens(afterTheFirst, () =>
      waitFor(() => expect(sessionStorage.getItem('article-comments:vote:pier')).to.equal(null)),
    );
  });

  it('takes no reader away from what they are writing', async () => {
    const { adapter: backend, signIn } = paper();
    const { adapter, to } = watched(backend);
    const page = await CommentsPage.open(adapter);
    await ask(page);
    await page.turnToForm();
    await page.write('Meanwhile.');
    signIn();
    await waitFor(() => expect(to('vote')).to.have.length(1));
    expect(page.isFocused(page.textBox)).to.equal(true);
  });
});
