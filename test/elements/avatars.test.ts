import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Author } from '../../src/model/adapter.js';
import { initialsOf } from '../../src/presentation/avatar.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';

const PICTURE = `${location.origin}/no-such-picture.png`;

const by = (author: Author | null, more = {}) =>
  memoryAdapter({ comments: [comment('One.', { author, ...more }), comment('Two.')] });

const open = (adapter: ReturnType<typeof by>) => CommentsPage.open(adapter, { avatars: '' });

/** The picture of the author of a comment, or what stands for it. */
async function avatarAt(page: CommentsPage, text: string): Promise<HTMLElement | null> {
  return (await page.comment(text)).querySelector<HTMLElement>('[part=avatar]');
}

describe('pictures of authors', () => {
  afterEach(unmountAll);

  it('shows no pictures of authors unless the page asks for them', async () => {
    const page = await CommentsPage.open(by({ name: 'Grace', avatar: PICTURE }));
    expect(await avatarAt(page, 'One.')).to.equal(null);
    page.element.avatars = true;
    await waitFor(async () => expect(await avatarAt(page, 'One.')).not.to.equal(null));
    page.element.avatars = false;
    await waitFor(async () => expect(await avatarAt(page, 'One.')).to.equal(null));
  });

  it('shows initials of one size in place of a missing picture, hidden from screen readers', async () => {
    const page = await open(by({ name: 'Grace Brewster Hopper' }));
    const [grace, tom] = [await avatarAt(page, 'One.'), await avatarAt(page, 'Two.')];
    expect(grace?.innerText.replace('\u200c', '')).to.equal('GH');
    expect(grace?.getAttribute('aria-hidden')).to.equal('true');
    expect(grace?.querySelector('img')).to.equal(null);
    const sizes = [grace, tom].map((one) => [one?.offsetWidth, one?.offsetHeight]);
    expect(sizes).to.deep.equal([
      [32, 32],
      [32, 32],
    ]);
    expect(grace!.getBoundingClientRect().right).to.be.lessThan(
      (await page.says('Grace Brewster Hopper')).getBoundingClientRect().left,
    );
  });

  it('loads a picture lazily and without a referrer, and keeps the initials if it is broken', async () => {
    const page = await open(by({ name: 'Grace', avatar: PICTURE }));
    const avatar = await avatarAt(page, 'One.');
    const picture = avatar?.querySelector('img');
    expect(picture?.src).to.equal(PICTURE);
    expect(picture).to.include({ alt: '', loading: 'lazy', decoding: 'async', referrerPolicy: 'no-referrer' });
    await waitFor(() => expect(picture?.complete).to.equal(true));
    expect(picture?.naturalWidth).to.equal(0);
    expect([avatar?.offsetWidth, avatar?.innerText]).to.deep.equal([32, 'G']);
  });

  for (const address of [
    'data:image/png;base64,AA',
    'javascript:alert(1)',
    'mailto:ada@example.org',
    '/a.png',
    'https://a@b.example/',
  ])
    it(`loads no picture from the address "${address}"`, async () => {
      const page = await open(by({ name: 'Grace', avatar: address }));
      expect((await avatarAt(page, 'One.'))?.querySelector('img')).to.equal(null);
    });

  it('shows neither initials nor a picture of the author of a deleted comment', async () => {
    const page = await open(by({ name: 'Grace', avatar: PICTURE }, { status: 'deleted' }));
    await page.comment('Two.');
    const [avatar] = page.section.querySelectorAll<HTMLElement>('[part=avatar]');
    expect(avatar?.innerText.trim()).to.equal('');
    expect(avatar?.querySelector('img')).to.equal(null);
    expect(avatar?.offsetHeight).to.equal(32);
  });
});

describe('the initials of', () => {
  for (const [name, initials] of [
    ['Ada Okafor', 'A\u200cO'],
    ['ada', 'A'],
    ['  Wilma  van der Haverkamp ', 'W\u200cH'],
    ['إينيس مارلو', 'إ\u200cم'],
    ['山田太郎', '山'],
    ['👩‍👩‍👧 Family', '👩‍👩‍👧\u200cF'],
    ['🇺🇦', '🇺🇦'],
    ['e\u0301mile', 'E\u0301'],
    ['“Ada” (Boston)', 'A\u200cB'],
    ['\u202eada', 'A'],
    ['straße', 'S'],
    ['7 of 9', '7\u200c9'],
    ['x', 'X'],
    ['***', ''],
    ['', ''],
  ] as const)
    it(`reduces the name "${name}" to the initials "${initials}"`, () => {
      expect(initialsOf(name)).to.equal(initials);
    });
});
