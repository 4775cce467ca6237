/** Notices of illegal content: a reader who fills one in, by labels and announcements. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { ArticleComments } from '../../src/elements/article-comments.js';
import en from '../support/english.js';
import words from '../../src/locales/parts/en-legal.js';
import { AdapterError, type Report } from '../../src/model/adapter.js';
import { comment, watched } from '../support/fake-backend.js';
import { blockStorage } from '../support/block-storage.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const reasons = [
  { id: 'spam' },
  { id: 'illegal', form: 'notice' },
  { id: 'child', label: 'Abuse of a child', form: 'notice', anonymous: true },
] as const;

const options: MemoryOptions = {
  comments: [comment('First.', { author: { id: 'tom', name: 'Tom' } }), comment('Second.')],
  features: { report: { reasons } },
};

const explanation = (page: CommentsPage): Promise<HTMLElement> => page.find('textbox', words.explanation);

const valueOf = (box: HTMLElement): string => (box as HTMLInputElement).value;

/** Opens the notice about the first comment. */
async function startNotice(page: CommentsPage, reason: string = en.reasons.illegal): Promise<void> {
  await page.startReport('First.');
  await page.choose(reason);
  await explanation(page);
}

async function fillIn(page: CommentsPage): Promise<void> {
  await page.write('It calls for violence.', await explanation(page));
  await page.write('Ada', page.get('textbox', en.guestName));
  await page.write('ada@example.org', page.get('textbox', en.guestEmail));
  page.get('checkbox', words.goodFaith).click();
}

const addressOf = (id: string): string => `${location.href.replace(/#.*/, '')}#comment-${id}`;

describe('a notice of illegal content', () => {
  afterEach(unmountAll);

  it('unfolds in the form of the report, says so, and asks for all that a notice holds', async () => {
    const page = await CommentsPage.open(memoryAdapter(options));
    await page.startReport('First.');
    expect(page.all('textbox', words.explanation)).to.have.length(0);
    await page.choose(en.reasons.illegal);
    const fields = (await explanation(page)).closest('[part=notice-fields]')!;
    await waitFor(() => expect(page.announced).to.equal('This is a formal notice. Fill in the fields below.'));
    expect(fields.firstElementChild?.textContent).to.equal('This is a formal notice. Fill in the fields below.');
    await page.says(addressOf('First-'));
    await page.says(words.privacy);
    for (const name of [words.law, en.guestName, en.guestEmail])
      page.get('textbox', new RegExp(`^${name.replace('?', '\\?')}`));
    expect((page.get('checkbox', words.goodFaith) as HTMLInputElement).checked, 'never ticked beforehand').to.equal(
      false,
    );
    await page.choose(en.reasons.spam);
    await waitFor(() => expect(page.all('textbox', words.explanation)).to.have.length(0));
    page.get('textbox', /^Tell the editors more/);
  });

  it('is not offered unless the backend or the page asks for it', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: options.comments ?? [] }));
    await page.startReport('First.');
    await page.choose(en.reasons.illegal);
    await page.find('textbox', /^Tell the editors more/);
    expect(page.all('checkbox')).to.have.length(0);
  });

  it('is offered for the reasons that the page sets, which win', async () => {
    const prepare = (element: CommentsPage['element']): void =>
      void (element.reportReasons = [{ id: 'illegal', form: 'notice' }, { id: 'other' }]);
    const page = await CommentsPage.open(memoryAdapter({ ...options, features: {} }), {}, { prepare });
    await startNotice(page);
    expect(page.all('radio')).to.have.length(2);
  });

  it('says at each field what is missing, and goes to the first', async () => {
    const { adapter, to } = watched(memoryAdapter(options));
    const page = await CommentsPage.open(adapter);
    await startNotice(page);
    await page.write('x'.repeat(501), page.get('textbox', /^Which law/));
    await page.press(words.addAddress);
    await page.write('not an address', await page.find('textbox', words.otherAddress('1')));
    await page.write('ada', page.get('textbox', en.guestEmail));
    await page.press('Send notice');
    const first = await page.find('textbox', words.explanation, {
      description: /Explain why you consider it illegal\./,
    });
    expect(page.isFocused(first)).to.equal(true);
    const described = async (role: string, name: string | RegExp, description: string): Promise<void> => {
      const field = await page.find(role, name, { description });
      expect(field.getAttribute('aria-invalid'), description).to.equal('true');
    };
    await described('textbox', /^Which law/, en.charactersOver(1, '1'));
    await described(
      'textbox',
      words.otherAddress('1'),
      'Enter a whole address like https://example.com/article#comment-7.',
    );
    await described('textbox', en.guestName, en.fieldMissing.name);
    await described('textbox', en.guestEmail, en.emailInvalid);
    await described('checkbox', words.goodFaith, 'Check this box to send your notice.');
    expect(to('report')).to.have.length(0);
  });

  it('asks British readers to tick the box, and Americans to check it', async () => {
    const { locales } = ArticleComments;
    ArticleComments.locales = { 'en-gb': () => import('../../src/locales/en-GB.js') };
    try {
      const page = await CommentsPage.open(memoryAdapter(options), { lang: 'en-GB' });
      await startNotice(page);
      await page.press('Send notice');
      await page.find('checkbox', words.goodFaith, { description: 'Tick this box to send your notice.' });
      expect(words.goodFaithMissing).to.equal('Check this box to send your notice.');
    } finally {
      ArticleComments.locales = locales;
    }
  });

  it('takes 5,000 characters, and counts the last of them', async () => {
    const { adapter, to } = watched(memoryAdapter(options));
    const page = await CommentsPage.open(adapter);
    await startNotice(page);
    await fillIn(page);
    const box = await explanation(page);
    expect(page.isSaying('characters')).to.equal(false);
    await page.write('x'.repeat(4950), box);
    await page.says(en.charactersLeft(50, '50'));
    await page.write('x'.repeat(5003), box);
    await page.says(en.charactersOver(3, '3'));
    expect(page.heard).to.contain(en.charactersOver(3, '3'));
    await page.press('Send notice');
    await waitFor(() => expect(box.getAttribute('aria-invalid')).to.equal('true'));
    expect(page.isFocused(box)).to.equal(true);
    expect(to('report')).to.have.length(0);
    await page.write('x'.repeat(5000), box);
    await page.press('Send notice');
    await page.find('group', /^We received your notice/);
  });

  it('announces only once that the text has become too long', async () => {
    const page = await CommentsPage.open(memoryAdapter(options));
    await startNotice(page);
    const box = await explanation(page);
    await page.write('x'.repeat(5003), box);
    await waitFor(() => expect(page.heard).to.contain(en.charactersOver(3, '3')));
    await page.write('x'.repeat(5004), box);
    await page.write('x'.repeat(5005), box);
    await page.says(en.charactersOver(5, '5'));
    await page.press(words.addAddress);
    await page.press('Remove address 1');
    await waitFor(() => expect(page.heard).to.contain('Address removed.'));
    const isOver = (text: string): boolean => text.includes('over the limit');
    expect(page.heard.filter(isOver)).to.deep.equal([en.charactersOver(3, '3')]);
  });

  it('sends what was entered, and nothing that was left empty', async () => {
    const { adapter, to } = watched(memoryAdapter(options));
    const page = await CommentsPage.open(adapter);
    await startNotice(page);
    await fillIn(page);
    await page.press(words.addAddress);
    await page.write('https://example.org/a#comment-2', await page.find('textbox', words.otherAddress('1')));
    await page.press(words.addAddress);
    await page.find('textbox', words.otherAddress('2'));
    await page.press('Send notice');
    await page.find('group', /^We received your notice/);
    expect(to('report')[0]?.args[1]).to.deep.include({
      id: 'First-',
      reason: 'illegal',
      notice: {
        explanation: 'It calls for violence.',
        urls: [addressOf('First-'), 'https://example.org/a#comment-2'],
        name: 'Ada',
        email: 'ada@example.org',
        goodFaith: true,
      },
    });
    expect((to('report')[0]?.args[1] as Report).detail).to.equal(undefined);
  });

  it('takes further addresses away again, one by one, and keeps the focus', async () => {
    const page = await CommentsPage.open(memoryAdapter(options));
    await startNotice(page);
    await page.press(words.addAddress);
    const first = await page.find('textbox', words.otherAddress('1'));
    await waitFor(() => expect(page.isFocused(first)).to.equal(true));
    await page.write('https://example.org/1', first);
    await page.press(words.addAddress);
    await page.write('https://example.org/2', await page.find('textbox', words.otherAddress('2')));
    await page.press('Remove address 1');
    await waitFor(() => expect(page.all('textbox', words.otherAddress('2'))).to.have.length(0));
    expect(valueOf(page.get('textbox', words.otherAddress('1')))).to.equal('https://example.org/2');
    expect(page.heard).to.contain('Address removed.');
    expect(page.isFocused(page.get('button', words.addAddress))).to.equal(true);
  });

  it('can be sent without name and email where the reason says so', async () => {
    const { adapter, to } = watched(memoryAdapter(options));
    const page = await CommentsPage.open(adapter);
    await startNotice(page, 'Abuse of a child');
    await page.says(words.anonymous);
    await page.write('It shows a child.', await explanation(page));
    page.get('checkbox', words.goodFaith).click();
    await page.press('Send notice');
    await page.find('group', /^We received your notice/);
    expect((to('report')[0]?.args[1] as Report).notice).to.have.keys('explanation', 'urls', 'goodFaith');
  });

  it('knows the name of who is signed in, and what a guest has entered elsewhere', async () => {
    const signedIn = await CommentsPage.open(
      memoryAdapter({ ...options, viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada Okafor' } } }),
    );
    await startNotice(signedIn);
    expect(valueOf(signedIn.get('textbox', en.guestName))).to.equal('Ada Okafor');
    expect(signedIn.all('checkbox', en.rememberGuest)).to.have.length(0);
    unmountAll();
    const rule = { required: true };
    const info = { posting: { guest: { name: rule, email: rule } } };
    const guest = await CommentsPage.open(memoryAdapter({ ...options, info }));
    await guest.beginToWrite();
    await guest.write('Grace', guest.get('textbox', en.guestName));
    await startNotice(guest);
    const form = (await explanation(guest)).closest('form') as HTMLFormElement;
    expect(guest.all('textbox', en.guestName, form).map(valueOf)).to.deep.equal(['Grace']);
  });

  it('does not replace the guest who is remembered on the device when a member sends it for somebody else', async () => {
    const rule = { required: true };
    const info = { posting: { guest: { name: rule, email: rule } } };
    const guest = await CommentsPage.open(memoryAdapter({ ...options, info }));
    await guest.beginToWrite();
    (await guest.find('checkbox', en.rememberGuest)).click();
    await guest.write('Gus', guest.get('textbox', en.guestName));
    await guest.write('gus@example.org', guest.get('textbox', en.guestEmail));
    guest.element.remove();
    const ada = { state: 'signed-in', author: { id: 'ada', name: 'Ada Okafor' } } as const;
    const member = await CommentsPage.open(memoryAdapter({ ...options, info, viewer: ada }));
    await startNotice(member);
    await member.write('Grace Hopper', member.get('textbox', en.guestName));
    await member.write('grace@example.org', member.get('textbox', en.guestEmail));
    member.element.remove();
    const next = await CommentsPage.open(memoryAdapter({ ...options, info }));
    await next.beginToWrite();
    expect(valueOf(await next.find('textbox', en.guestName))).to.equal('Gus');
  });

  it('works in a closed discussion, signed out', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ ...options, info: { state: 'closed', posting: { who: 'signed-in' } } }),
    );
    await startNotice(page);
    await fillIn(page);
    await page.press('Send notice');
    await page.find('group', /^We received your notice/);
  });

  it('shows the field that the backend refuses', async () => {
    const refused = new AdapterError('invalid', 'We know no such domain.', { field: 'email', stored: 'no' });
    const page = await CommentsPage.open(
      memoryAdapter({ ...options, faults: ({ method }) => (method === 'report' ? refused : undefined) }),
    );
    await startNotice(page);
    await fillIn(page);
    await page.press('Send notice');
    expect(await page.alert()).to.contain('Your report wasn’t sent.');
    await waitFor(() => expect(page.get('textbox', en.guestEmail).getAttribute('aria-invalid')).to.equal('true'));
    expect(valueOf(await explanation(page))).to.equal('It calls for violence.');
  });
});

describe('what was written in a notice', () => {
  afterEach(unmountAll);

  it('is there again when the form was closed, except for the good faith', async () => {
    const page = await CommentsPage.open(memoryAdapter(options));
    await startNotice(page);
    await fillIn(page);
    await page.write('Section 111', page.get('textbox', /^Which law/));
    await page.press(words.addAddress);
    await page.write('https://example.org/1', await page.find('textbox', words.otherAddress('1')));
    await page.press('Cancel');
    await waitFor(() => expect(page.all('radio')).to.have.length(0));
    await page.startReport('First.');
    expect(valueOf(await explanation(page))).to.equal('It calls for violence.');
    expect(valueOf(page.get('textbox', /^Which law/))).to.equal('Section 111');
    expect(valueOf(page.get('textbox', words.otherAddress('1')))).to.equal('https://example.org/1');
    expect(valueOf(page.get('textbox', en.guestName))).to.equal('Ada');
    expect((page.get('checkbox', words.goodFaith) as HTMLInputElement).checked).to.equal(false);
  });

  it('keeps name and email out of what other tabs can read, unless the guest wants them remembered', async () => {
    const page = await CommentsPage.open(memoryAdapter(options));
    await startNotice(page);
    await fillIn(page);
    await page.press('Cancel');
    await waitFor(() => expect(JSON.stringify(localStorage)).to.contain('calls for violence'));
    expect(JSON.stringify(localStorage)).not.to.contain('ada@example.org');
  });

  it('goes with the reader to another reason', async () => {
    const page = await CommentsPage.open(memoryAdapter(options));
    await startNotice(page);
    await page.write('It calls for violence.', await explanation(page));
    await page.choose(en.reasons.spam);
    expect(valueOf(await page.find('textbox', /^Tell the editors more/))).to.equal('It calls for violence.');
  });

  it('is sent under one key until it has arrived, also after a reload', async () => {
    const lost = memoryAdapter({
      ...options,
      faults: ({ method, attempt }) => (method === 'report' && attempt < 3 ? new AdapterError('timeout') : undefined),
    });
    const { adapter, to } = watched(lost);
    const page = await CommentsPage.open(adapter);
    await startNotice(page);
    await fillIn(page);
    await page.press('Send notice');
    expect(await page.alert()).to.contain(
      'The site took too long to respond, so we can’t tell whether your report was sent. Try again: it won’t be sent twice.',
    );
    page.element.remove();
    const again = await CommentsPage.open(adapter);
    await again.startReport('First.');
    expect(valueOf(await explanation(again))).to.equal('It calls for violence.');
    again.get('checkbox', words.goodFaith).click();
    await again.press('Send notice');
    await again.alert();
    await again.press('Try again');
    await again.find('group', /^We received your notice.*R-1001/);
    const keys = to('report').map(({ args }) => (args[1] as Report).key);
    expect(keys).to.have.length(3);
    expect(new Set(keys).size).to.equal(1);
    expect(lost.reports('pier')).to.have.length(1);
  });

  it('is another notice once it says something else', async () => {
    const { adapter, to } = watched(
      memoryAdapter({
        ...options,
        faults: ({ method, attempt }) =>
          method === 'report' && attempt === 1 ? new AdapterError('timeout') : undefined,
      }),
    );
    const page = await CommentsPage.open(adapter);
    await startNotice(page);
    await fillIn(page);
    await page.press('Send notice');
    await page.alert();
    await page.write('It calls for violence against her.', await explanation(page));
    await page.press('Try again');
    await page.find('group', /^We received your notice/);
    const [first, second] = to('report').map(({ args }) => (args[1] as Report).key);
    expect(second).not.to.equal(first);
  });
});

describe('the receipt of a notice', () => {
  afterEach(unmountAll);

  const sent = async (more: MemoryOptions = {}): Promise<CommentsPage> => {
    const now = (): number => Date.parse('2026-11-26T10:05:00Z');
    const page = await CommentsPage.open(memoryAdapter({ ...options, now, ...more }), {
      'time-zone': 'UTC',
      lang: 'en',
    });
    await startNotice(page);
    await fillIn(page);
    await page.write('§ 111 StGB', page.get('textbox', new RegExp(`^${words.law.replace('?', '\\?')}`)));
    await page.press('Send notice');
    return page;
  };

  it('says reference, time and where the decision will arrive, is announced, and has the focus', async () => {
    const page = await sent();
    const receipt = await page.find(
      'group',
      /^We received your notice on Nov 26, 2026, 10:05.AM UTC\. Its reference is R-1001\.$/,
    );
    await waitFor(() => expect(page.isFocused(receipt)).to.equal(true));
    expect(page.heard.at(-1)).to.match(/^We received your notice on .* Its reference is R-1001\.$/);
    await page.says('We’ll send our decision to ada@example.org.');
    expect(page.all('button', 'Reported', await page.comment('First.'))).to.have.length(1);
  });

  it('links to the decision and to the way to contest it, where the backend names them', async () => {
    const page = await sent({
      noticeReceipt: (reference) => ({
        statusUrl: `https://gazette.example/notices/${reference}`,
        redress: { message: 'You can object within six months.', href: 'mailto:desk@gazette.example' },
      }),
    });
    expect(
      (await page.find('link', 'You’ll find our decision on this page once it’s made.')).getAttribute('href'),
    ).to.equal('https://gazette.example/notices/R-1001');
    await page.says('You can object within six months.');
    expect(page.get('link', 'Contest the decision').getAttribute('href')).to.equal('mailto:desk@gazette.example');
    expect(page.isSaying('We’ll send our decision to ada@example.org.')).to.equal(false);
  });

  it('never links to anything but a page or an address for mail', async () => {
    const page = await sent({
      noticeReceipt: () => ({ statusUrl: 'javascript:alert(1)', redress: { href: 'javascript:alert(2)' } }),
    });
    const receipt = await page.find('group', /^We received your notice/);
    expect(page.all('link', undefined, receipt)).to.have.length(0);
  });

  it('has a copy of everything that was sent, which is shown where the browser refuses', async () => {
    const page = await sent();
    const { clipboard } = navigator;
    const refuse = clipboard.writeText;
    clipboard.writeText = () => Promise.reject(new Error('refused'));
    await page.press('Copy my notice');
    clipboard.writeText = refuse;
    const copy = (await page.find('textbox', words.copyLabel)) as HTMLTextAreaElement;
    await waitFor(() => expect(page.isFocused(copy)).to.equal(true));
    expect(page.heard.at(-1)).to.equal('Your browser doesn’t allow copying. We’ve selected the text for you.');
    for (const text of [
      'R-1001',
      '2026-11-26T10:05:00.000Z',
      en.reasons.illegal,
      addressOf('First-'),
      'It calls for violence.',
      '§ 111 StGB',
      'Ada',
      'ada@example.org',
      words.goodFaith,
    ])
      expect(copy.value).to.contain(text);
    clipboard.writeText = () => Promise.resolve();
    await page.press('Copy my notice');
    clipboard.writeText = refuse;
    await page.says('Your notice is copied.');
    expect(page.heard.at(-1)).to.equal('Your notice is copied.');
  });

  it('shows the address of the decision for a short report as well', async () => {
    const memory = memoryAdapter(options);
    const page = await CommentsPage.open({
      ...memory,
      report: async (...call) => ({ ...(await memory.report?.(...call)), statusUrl: 'https://gazette.example/1' }),
    });
    await page.startReport('First.');
    await page.choose(en.reasons.spam);
    await page.press('Send report');
    await page.says('Thank you. We’ve received your report (reference R-1001).');
    expect(
      (await page.find('link', 'You’ll find our decision on this page once it’s made.')).getAttribute('href'),
    ).to.equal('https://gazette.example/1');
    expect(page.all('button', 'Copy my notice')).to.have.length(0);
  });
});

describe('the page with the decision on a notice', () => {
  const STORED = 'article-comments:notices';
  const LINK = 'You’ll find our decision on this page once it’s made.';
  const FORGET = 'Remove address gazette.example';
  const address = 'https://gazette.example/notices/7';
  const noticeReceipt = (): { statusUrl: string } => ({ statusUrl: address });

  /** Another visit: the backend does not recognise its guest any more. */
  const visit = (discussion = 'pier'): Promise<CommentsPage> =>
    CommentsPage.open(memoryAdapter({ ...options, noticeReceipt }), { discussion, lang: 'en' });

  const send = async (): Promise<CommentsPage> => {
    const page = await visit();
    await startNotice(page);
    await fillIn(page);
    await page.press('Send notice');
    await page.find('link', LINK);
    return page;
  };

  const press = async (page: CommentsPage, comment = 'First.'): Promise<void> =>
    page.press('Report as abuse', await page.comment(comment));

  const save = (...notices: readonly unknown[]): void => localStorage.setItem(STORED, JSON.stringify(notices));

  afterEach(unmountAll);

  it('is found again on the next visit, at the comment and only there', async () => {
    (await send()).element.remove();
    const page = await visit();
    await press(page);
    const receipt = await page.find('group', 'You’ve reported this comment.');
    const [link] = page.all('link', LINK, receipt);
    expect(link?.getAttribute('href')).to.equal(address);
    await waitFor(() => expect(page.isFocused(link)).to.equal(true));
    expect(page.all('radio')).to.have.length(0);
    // The backend would not know which report.
    expect(page.all('button', 'Withdraw report')).to.have.length(0);
    await page.press('Close');
    await press(page, 'Second.');
    await page.find('radio', en.reasons.spam);
    page.element.remove();
    const other = await visit('boats');
    await press(other);
    await other.find('radio', en.reasons.spam);
  });

  it('is removed by its reader, who can then report again', async () => {
    (await send()).element.remove();
    const page = await visit();
    await press(page);
    await page.press(FORGET);
    await waitFor(() => expect(page.all('link', LINK)).to.have.length(0));
    expect(page.heard).to.contain('Address removed.');
    expect(localStorage.getItem(STORED)).to.equal(null);
    const [button] = page.all('button', 'Report as abuse', await page.comment('First.'));
    await waitFor(() => expect(page.isFocused(button)).to.equal(true));
    await press(page);
    await page.find('radio', en.reasons.spam);
  });

  it('is forgotten with the notice that its sender withdraws', async () => {
    const page = await send();
    expect(localStorage.getItem(STORED)).to.contain(address);
    await page.press('Withdraw report');
    await waitFor(() => expect(localStorage.getItem(STORED)).to.equal(null));
  });

  it('is in the receipt if the browser’s storage is blocked', async () => {
    const allow = blockStorage('localStorage');
    try {
      const page = await send();
      expect(page.all('button', FORGET)).to.have.length(0);
    } finally {
      allow();
    }
  });

  it('is forgotten after 18 months', async () => {
    const day = 86_400_000;
    save(['pier', 'First-', address, Date.now() - 549 * day], ['pier', 'Second-', address, Date.now() - 547 * day]);
    const page = await visit();
    await press(page);
    await page.find('radio', en.reasons.spam);
    expect(page.all('link', LINK)).to.have.length(0);
    await press(page, 'Second.');
    await page.find('link', LINK);
    expect(page.all('link', LINK)).to.have.length(1);
  });

  for (const stored of [
    '{',
    '7',
    '{"length":1}',
    '[null, 7, {}]',
    '[["pier","First-"]]',
    `[["pier","First-","javascript:alert(1)",${Date.now()}]]`,
    `[["pier","First-","//evil.example",${Date.now()}]]`,
    `[["pier","First-","https://gazette.example@evil.example/",${Date.now()}]]`,
    `[["pier","First-",{"toString":1},${Date.now()}]]`,
    '[["pier","First-","https://gazette.example/",{}]]',
  ])
    it(`is no link if the storage holds ${stored.replace(/\d{9,}/, 'now')}`, async () => {
      localStorage.setItem(STORED, stored);
      const page = await visit();
      await press(page);
      await page.find('radio', en.reasons.spam);
      expect(page.all('link', LINK)).to.have.length(0);
    });
});
