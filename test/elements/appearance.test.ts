/** What everybody must be able to see and to hit, however they have set up their screen. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { AdapterError } from '../../src/model/adapter.js';
import { comment, comments } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { describeIn } from '../support/media.js';
import { setViewport } from '../support/viewport.js';

const long = 'https://example.com/' + 'averylongword'.repeat(20);

/** A page with everything on it: badges, a draft, problems at the fields of a guest, an open report form and more to load. */
async function everything(attributes: Readonly<Record<string, string>> = {}): Promise<CommentsPage> {
  const page = await CommentsPage.open(
    memoryAdapter({
      comments: [
        comment(`A link ${long}`, {
          author: { name: 'x'.repeat(120), badges: ['author', 'staff', 'moderator', 'verified'] },
        }),
        ...comments(5),
      ],
      info: {
        policy: { url: 'https://paper.example/rules' },
        posting: {
          guest: { name: { required: true }, email: { required: true }, website: { required: false } },
          max: { value: 10, unit: 'chars' },
        },
      },
      account: { id: 'me', name: 'Me' },
      faults: ({ method }) => (method === 'report' ? new AdapterError('network') : undefined),
    }),
    { 'page-size': '3', 'policy-href': 'https://paper.example/rules', ...attributes },
  );
  await page.write('More than ten letters.', await page.findTextBox());
  await page.press('Post comment');
  await waitFor(() => expect(page.get('textbox', 'Name').getAttribute('aria-invalid')).to.equal('true'));
  await page.startReport('Comment 1');
  await page.choose(en.reasons.other);
  await page.write('Words.', page.get('textbox', en.reportDetail));
  await page.press('Send report');
  await page.alert();
  return page;
}

/** Everything that sticks out of the section to the left or right. */
function overflowing(page: CommentsPage): string[] {
  const { left, right } = page.element.getBoundingClientRect();
  return [...page.section.querySelectorAll<HTMLElement>('*')]
    .filter((element) => !element.closest('.live') && element.checkVisibility())
    .filter((element) => {
      const box = element.getBoundingClientRect();
      // The rows reach four pixels into the margin, for the ring of the focus.
      return box.width > 0 && (box.left < left - 4.5 || box.right > right + 4.5);
    })
    .map((element) => `${element.localName} ${element.getAttribute('part') ?? element.className}`);
}

describe('a narrow screen and large text', () => {
  afterEach(async () => {
    unmountAll();
    document.documentElement.style.removeProperty('font-size');
    await setViewport({ width: 1280, height: 720 });
  });

  it('lets nothing stick out at 320 pixels', async () => {
    await setViewport({ width: 320, height: 600 });
    const page = await everything();
    expect(overflowing(page)).to.deep.equal([]);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('lets nothing stick out with text of twice the size', async () => {
    await setViewport({ width: 640, height: 600 });
    document.documentElement.style.setProperty('font-size', '200%');
    const page = await everything();
    expect(parseFloat(getComputedStyle(page.section).fontSize)).to.equal(32);
    expect(overflowing(page)).to.deep.equal([]);
    expect(document.documentElement.scrollWidth).to.be.at.most(640);
  });
});

describeIn('forced colours', 'colours that the reader forces on every page', () => {
  afterEach(unmountAll);

  const visible = (element: Element): boolean => {
    const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element);
    return (
      borderTopStyle !== 'none' &&
      parseFloat(borderTopWidth) >= 1 &&
      borderTopColor !== backgroundColor &&
      !/^rgba\(.*, 0\)$/.test(borderTopColor)
    );
  };

  it('keeps a border around buttons and fields in forced colours', async () => {
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    const page = await everything();
    expect(visible(page.textBox), 'text box').to.equal(true);
    expect(visible(page.get('button', 'Post comment')), 'post').to.equal(true);
    expect(visible(page.get('textbox', 'Name')), 'name').to.equal(true);
    expect(visible(page.get('button', 'Load more comments')), 'more').to.equal(true);
    expect(visible(page.get('button', 'Try again')), 'try again').to.equal(true);
  });

  it('keeps the outlines of comments that are still loading in forced colours', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    const page = await CommentsPage.open({ open: never, list: never });
    const lines = [...page.section.querySelectorAll('[part=placeholder] > *')];
    expect(lines).to.have.length(3);
    for (const line of lines) expect(visible(line)).to.equal(true);
  });

  it('keeps a ring around the focus in forced colours', async () => {
    const page = await everything();
    for (const element of [page.textBox, page.get('button', 'Post comment'), page.get('button', en.cancel)]) {
      element.focus({ focusVisible: true });
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      expect(outlineStyle, element.textContent ?? '').to.not.equal('none');
      expect(parseFloat(outlineWidth)).to.be.at.least(2);
    }
  });
});

describeIn('less motion', 'a reader who wants no motion', () => {
  afterEach(unmountAll);

  it('sees nothing move', async () => {
    const page = await everything();
    await waitFor(() => expect(page.all('alert').length).to.be.greaterThan(0));
    expect(page.section.getAnimations({ subtree: true })).to.deep.equal([]);
    const moving = [...page.section.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return parseFloat(transitionDuration) > 0 || animationName !== 'none' || scrollBehavior === 'smooth';
    });
    expect(moving).to.deep.equal([]);
  });
});

describe('the names that hold', () => {
  afterEach(unmountAll);

  it('gives headings, fields and buttons the same names on every page in English', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    await page.find('heading', 'Comments (3)', { level: 2 });
    expect(page.all('article')).to.have.length(3);
    expect(page.get('textbox', 'Your comment')).to.exist;
    expect(page.get('button', 'Post comment')).to.exist;
    expect(page.all('button', 'Report as abuse')).to.have.length(3);
    await page.startReport('Comment 1');
    await page.choose(en.reasons.spam);
    await page.press('Send report');
    await page.find('button', 'Reported');
  });
});
