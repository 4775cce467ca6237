import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { staticAdapter } from '../../src/adapters/static.js';
import { AdapterError, type Comment, type CommentsAdapter, type Vote, type Votes } from '../../src/model/adapter.js';
import { comment, comments, held, watched } from '../support/fake-backend.js';
import { ada, changeable, failing, theirs, without } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { neverHappens } from '../support/never-happens.js';

const button = async (page: CommentsPage, name: string | RegExp = /\bRecommend/): Promise<HTMLElement> => {
  const [found] = page.all('button', name, await page.comment('Theirs.'));
  if (!found) throw new Error(`There is no button ${name}.`);
  return found;
};

const isPressed = async (page: CommentsPage, name?: string | RegExp): Promise<string | null> =>
  (await button(page, name)).getAttribute('aria-pressed');

const shows = (page: CommentsPage, text: string): Promise<unknown> =>
  waitFor(async () => expect((await button(page)).textContent?.trim()).to.equal(text));

const press = async (page: CommentsPage, name: string | RegExp = /\bRecommend/): Promise<void> =>
  page.press(name, await page.comment('Theirs.'));

/** The texts of a part of one comment, as a reader sees them. */
const within = (comment: Element, part: string): string[] =>
  [...comment.querySelectorAll(`[part=${part}]`)].map(({ textContent }) => textContent?.trim() ?? '');

/** An adapter whose votes are answered by the test, one after the other. */
function answered(adapter: CommentsAdapter = changeable()): {
  adapter: CommentsAdapter;
  asked: (Vote & ReturnType<typeof held<Votes>>)[];
} {
  const asked: (Vote & ReturnType<typeof held<Votes>>)[] = [];
  const vote = (_discussion: unknown, wanted: Vote): Promise<Votes> => {
    const answer = held<Votes>();
    asked.push({ ...wanted, ...answer });
    return answer.promise;
  };
  return { adapter: { ...adapter, vote }, asked };
}

describe('voting', () => {
  afterEach(unmountAll);

  it('counts at once and tells the page when the backend has answered, with its numbers', async () => {
    const { adapter, asked } = answered();
    const page = await CommentsPage.open(adapter);
    const votes = page.listen('comments-vote');
    await press(page);
    await shows(page, '4 Recommend');
    expect(await isPressed(page)).to.equal('true');
    await neverHappens(
      () => votes,
      () => waitFor(() => expect(asked).to.have.length(1)),
    );
    asked[0]?.release({ up: 9, mine: 1 });
    await shows(page, '9 Recommend');
    expect(votes.map(({ id, value, votes: { up } }) => [id, value, up])).to.deep.equal([[theirs.id, 1, 9]]);
    expect(page.isFocused(await button(page))).to.equal(true);
  });

  it('is taken back by the same button', async () => {
    const { adapter, to } = watched(changeable());
    const page = await CommentsPage.open(adapter);
    const votes = page.listen('comments-vote');
    await press(page);
    await waitFor(() => expect(votes).to.have.length(1));
    await press(page);
    await waitFor(() => expect(votes.map(({ value }) => value)).to.deep.equal([1, 0]));
    await shows(page, '3 Recommend');
    expect(await isPressed(page)).to.equal('false');
    expect(to('vote').map(({ args }) => (args[1] as Vote).value)).to.deep.equal([1, 0]);
  });

  it('goes from for to against in one press', async () => {
    const { adapter, to } = watched({ ...changeable(), features: { votes: 'up-down' as const } });
    const page = await CommentsPage.open(adapter);
    const votes = page.listen('comments-vote');
    await press(page, /\bAgree/);
    await waitFor(() => expect(votes).to.have.length(1));
    await press(page, /\bDisagree/);
    await waitFor(async () => expect(await isPressed(page, /\bDisagree/)).to.equal('true'));
    expect(await isPressed(page, /\bAgree/)).to.equal('false');
    await waitFor(() => expect(to('vote').map(({ args }) => (args[1] as Vote).value)).to.deep.equal([1, -1]));
  });

  it('sends the last wish after the one on its way, and tells of each answer once', async () => {
    const { adapter, asked } = answered();
    const page = await CommentsPage.open(adapter);
    const votes = page.listen('comments-vote');
    await press(page);
    await waitFor(() => expect(asked).to.have.length(1));
    for (let presses = 0; presses < 3; presses++) await press(page);
    expect(asked.map(({ value }) => value)).to.deep.equal([1]);
    asked[0]?.release({ up: 4, mine: 1 });
    await waitFor(() => expect(asked.map(({ value }) => value)).to.deep.equal([1, 0]));
    asked[1]?.release({ up: 3, mine: 0 });
    await waitFor(() => expect(votes.map(({ value }) => value)).to.deep.equal([1, 0]));
    await shows(page, '3 Recommend');
  });

  it('sends nothing twice for wishes that come back to what is on its way', async () => {
    const { adapter, asked } = answered();
    const page = await CommentsPage.open(adapter);
    const votes = page.listen('comments-vote');
    for (let presses = 0; presses < 3; presses++) await press(page);
    await waitFor(() => expect(asked).to.have.length(1));
    asked[0]?.release({ up: 4, mine: 1 });
    await waitFor(() => expect(votes).to.have.length(1));
    await shows(page, '4 Recommend');
    expect(asked).to.have.length(1);
  });

  it('shows what the backend said before when a vote fails, says so, and is tried again without losing the focus', async () => {
    let isDown = true;
    const page = await CommentsPage.open(failing(changeable(), 'vote', new AdapterError('network'), () => isDown));
    const errors = page.listen('comments-error');
    const votes = page.listen('comments-vote');
    await press(page);
    expect(await page.alert()).to.contain(
      'We couldn’t reach the site, so we can’t tell whether this was done. It’s safe to try again.',
    );
    await shows(page, '3 Recommend');
    expect(await isPressed(page)).to.equal('false');
    expect(errors.map(({ action }) => action)).to.deep.equal(['vote']);
    expect(votes).to.have.length(0);
    isDown = false;
    await press(page, 'Try again');
    await shows(page, '4 Recommend');
    expect(page.all('alert')).to.have.length(0);
    expect(page.isFocused(await button(page))).to.equal(true);
  });

  it('counts at once on a comment that a link leads to, beyond the pages that are loaded', async () => {
    const voted = comments(40).map((one) => ({ ...one, votes: { up: 3, mine: 0 as const } }));
    const { adapter, asked } = answered(memoryAdapter({ comments: voted, viewer: ada }));
    history.replaceState(null, '', '#comment-Comment-33');
    const page = await CommentsPage.open(adapter, { 'page-size': '10' });
    const linked = await page.comment('Comment 33');
    const recommend = (): HTMLElement => page.all('button', /\bRecommend/, linked)[0]!;
    const shown = (text: string, pressed: string): Promise<unknown> =>
      waitFor(() => {
        expect(recommend().textContent?.trim()).to.equal(text);
        expect(recommend().getAttribute('aria-pressed')).to.equal(pressed);
      });
    await shown('3 Recommend', 'false');
    await page.press(/\bRecommend/, linked);
    await shown('4 Recommend', 'true');
    await waitFor(() => expect(asked.map(({ value, was }) => [value, was])).to.deep.equal([[1, 0]]));
    asked[0]?.release({ up: 9, mine: 1 });
    await shown('9 Recommend', 'true');
    await page.press(/\bRecommend/, linked);
    await waitFor(() =>
      expect(asked.map(({ value, was }) => [value, was])).to.deep.equal([
        [1, 0],
        [0, 1],
      ]),
    );
    asked[1]?.release({ up: 8, mine: 0 });
    await shown('8 Recommend', 'false');
  });

  it('leaves the button unpressed where the backend cannot tell', async () => {
    const page = await CommentsPage.open(changeable({}, [{ ...theirs, votes: { up: 3 } }]));
    expect(await isPressed(page)).to.equal('false');
    await press(page);
    await waitFor(async () => expect(await isPressed(page)).to.equal('true'));
  });

  it('is final where the backend says so: a second press sends nothing and says why', async () => {
    const { adapter, to } = watched({ ...changeable(), features: { votes: 'up-down' as const, finalVotes: true } });
    const page = await CommentsPage.open(adapter);
    const votes = page.listen('comments-vote');
    const errors = page.listen('comments-error');
    await press(page, /\bAgree/);
    await waitFor(() => expect(votes).to.have.length(1));
    for (const name of [/\bAgree/, /\bDisagree/]) {
      await press(page, name);
      expect(await page.alert()).to.equal('You’ve already voted on this comment.');
      expect(page.all('button', 'Try again')).to.have.length(0);
    }
    expect(await isPressed(page, /\bAgree/)).to.equal('true');
    expect(await isPressed(page, /\bDisagree/)).to.equal('false');
    expect(to('vote')).to.have.length(1);
    expect(errors).to.have.length(0);
  });

  it('says that the reader had voted before where the backend refuses a second vote, and offers no other try', async () => {
    const page = await CommentsPage.open(failing(changeable(), 'vote', new AdapterError('duplicate')));
    await press(page);
    expect(await page.alert()).to.equal('You’ve already voted on this comment.');
    expect(page.all('button', 'Try again')).to.have.length(0);
    await shows(page, '3 Recommend');
  });

  it('is not shown as chosen where a backend that does not know its voters has not counted it', async () => {
    const { adapter, asked } = answered({
      ...changeable({}, [{ ...theirs, votes: { up: 3 } }]),
      features: { votesKnowViewer: false },
    });
    const page = await CommentsPage.open(adapter);
    const votes = page.listen('comments-vote');
    await press(page);
    await waitFor(() => expect(asked).to.have.length(1));
    asked[0]?.release({ up: 3 });
    expect(await page.alert()).to.equal('You’ve already voted on this comment.');
    await shows(page, '3 Recommend');
    expect(await isPressed(page)).to.equal('false');
    expect(votes).to.have.length(0);
    await press(page);
    await waitFor(() => expect(asked).to.have.length(2));
    asked[1]?.release({ up: 4 });
    await waitFor(() => expect(votes.map(({ value }) => value)).to.deep.equal([1]));
    expect(await isPressed(page)).to.equal('true');
  });

  it('has no buttons in a closed discussion, only the number', async () => {
    const page = await CommentsPage.open(changeable({ state: 'closed' }));
    const comment = await page.comment('Theirs.');
    expect(page.all('button', /\bRecommend/, comment)).to.have.length(0);
    expect(within(comment, 'votes')).to.deep.equal(['3 recommendations']);
  });

  it('shows numbers of a backend that takes no votes, in the words that suit them', async () => {
    const of = (name: string, votes: Votes): Comment => comment(`${name}.`, { votes });
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => ({
        items: [
          of('Liked', { up: 1200 }),
          of('Scored', { score: -2 }),
          of('Disputed', { up: 5, down: 1 }),
          of('New', {}),
        ],
      }),
    });
    const shown = async (text: string): Promise<string[]> => within(await page.comment(text), 'votes');
    expect(await shown('Liked.')).to.deep.equal(['1,200 recommendations']);
    expect(await shown('Scored.')).to.deep.equal(['-2 recommendations']);
    expect(await shown('Disputed.')).to.deep.equal(['5 agree', '1 disagree']);
    expect(await shown('New.')).to.deep.equal([]);
    expect(page.all('button', /Recommend|gree/)).to.have.length(0);
  });

  it('shows no numbers where the adapter says that there are no votes', async () => {
    const adapter = { ...without(changeable(), 'vote'), features: { votes: 'none' as const } };
    const page = await CommentsPage.open(adapter);
    expect(within(await page.comment('Theirs.'), 'votes')).to.deep.equal([]);
  });

  it('shows the numbers of an archive', async () => {
    const page = await CommentsPage.open(staticAdapter({ data: [{ ...theirs, votes: { up: 12 } }] }));
    expect(within(await page.comment('Theirs.'), 'votes')).to.deep.equal(['12 recommendations']);
  });
});
