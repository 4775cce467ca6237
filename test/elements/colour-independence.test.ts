/** What readers who see no colours can tell apart all the same. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { AdapterError } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';

/** How something looks, apart from its colours. */
function lookOf(element: Element): string {
  const { fontWeight, fontStyle, textDecorationLine, borderTopStyle, borderTopWidth, borderLeftWidth } =
    getComputedStyle(element);
  return [element.textContent?.trim(), fontWeight, fontStyle, textDecorationLine, borderTopStyle, borderTopWidth]
    .concat(borderLeftWidth)
    .join(' ');
}

describe('without colours', () => {
  afterEach(unmountAll);

  it('underlines links within text, in the policy, in comments and in forms', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: [comment('See https://pier.example/ for more.')],
        info: { posting: { guest: { name: { required: true } } } },
      }),
      { 'policy-href': 'https://paper.example/rules' },
    );
    await page.comment('for more');
    await page.turnToForm();
    const links = [...page.section.querySelectorAll('p a, [part~=body] a, [part~=policy] a')].filter((one) =>
      one.checkVisibility(),
    );
    expect(links.length).to.be.at.least(2);
    for (const link of links) expect(getComputedStyle(link).textDecorationLine, link.textContent).to.equal('underline');
  });

  it('marks a cast vote and the button of an open form by style and state, not only by colour', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.'), comment('Second.')] }));
    const [first, second] = [await page.comment('First.'), await page.comment('Second.')];
    await page.press(en.like, first);
    const vote = (within: HTMLElement): HTMLElement => page.all('button', /\bRecommend/, within)[0]!;
    await waitFor(() => expect(vote(first).getAttribute('aria-pressed')).to.equal('true'));
    expect(vote(second).getAttribute('aria-pressed')).to.equal('false');
    const { fontWeight } = getComputedStyle(vote(second));
    expect(getComputedStyle(vote(first)).fontWeight, 'a vote').to.not.equal(fontWeight);
    const reply = (within: HTMLElement): HTMLElement => page.all('button', 'Reply', within)[0]!;
    await page.press('Reply', first);
    await waitFor(() => expect(reply(first).getAttribute('aria-expanded')).to.equal('true'));
    expect(lookOf(reply(first)), 'a button').to.not.equal(lookOf(reply(second)));
  });

  it('describes a wrong field and a failure in text beside them', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: [comment('First.')],
        info: { posting: { guest: { name: { required: true } } } },
        faults: ({ method }) => (method === 'report' ? new AdapterError('network') : undefined),
      }),
    );
    await page.write('Hello.', await page.findTextBox());
    await page.press('Post comment');
    const name = await waitFor(() => {
      const field = page.get('textbox', 'Name');
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      return field;
    });
    const problem = page.section.querySelector(`#${name.getAttribute('aria-describedby')?.split(' ').at(-1)}`)!;
    expect(problem.textContent?.trim().length, 'the problem').to.be.greaterThan(5);
    expect(problem.checkVisibility()).to.equal(true);
    const form = await page.startReport('First.');
    await page.choose(en.reasons.spam);
    await page.press('Send report');
    expect((await page.alert()).length, 'the failure').to.be.greaterThan(10);
    expect(form.contains(page.get('alert')), 'beside what failed').to.equal(true);
  });

  it('marks a held comment and the author of the article in text', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: [
          comment('By the author.', { author: { name: 'Ines', badges: ['author'] } }),
          comment('Held.', { author: { id: 'me', name: 'Me' }, status: 'pending' }),
        ],
        viewer: { state: 'signed-in', author: { id: 'me', name: 'Me' } },
      }),
    );
    expect((await page.comment('By the author.')).querySelector('[part~=badge]')?.textContent?.trim()).to.equal(
      'Author',
    );
    const note = (await page.comment('Held.')).querySelector('[part~=note]')!;
    expect(note.textContent?.trim()).to.equal(en.heldForReview);
    expect(note.checkVisibility()).to.equal(true);
  });
});
