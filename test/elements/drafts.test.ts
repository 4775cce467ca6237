import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import type { Viewer } from '../../src/model/adapter.js';
import { call } from '../support/adapter-fixture.js';
import { blockStorage, removeStorage } from '../support/block-storage.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { FakeClock } from '../support/fake-clock.js';
import { OtherTab } from '../support/other-tab.js';
import { ada, changeable, mine } from './changeable.js';

describe('a comment that somebody has begun', () => {
  afterEach(unmountAll);

  it('is saved while it is typed, and the reader is told so', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await page.write('Half a thou');
    await page.says(en.draftSaved);
  });

  it('is back after a reload, with what the guest had filled in', async () => {
    const guest = { name: { required: true }, email: { required: false } };
    const memory = memoryAdapter({ info: { posting: { guest } } });
    const first = await CommentsPage.open(memory);
    await first.beginToWrite('Half a thought.');
    await first.write('Grace', await first.find('textbox', 'Name'));
    first.element.remove();
    const second = await CommentsPage.open(memory);
    await waitFor(() => expect(second.textBox.value).to.equal('Half a thought.'));
    await second.says(/draft/i);
    expect(((await second.find('textbox', 'Name')) as HTMLInputElement).value).to.equal('Grace');
  });

  for (const [what, leave] of [
    ['the page goes away', () => dispatchEvent(new PageTransitionEvent('pagehide'))],
    // A phone may end a page in the background without another event.
    [
      'the page is hidden, which is all that a phone tells it',
      () => document.dispatchEvent(new Event('visibilitychange')),
    ],
  ] as const)
    it(`is saved at the last moment when ${what}`, async () => {
      // Nothing is saved by the time since the last key.
      const clock = FakeClock.installAt('2026-11-24T12:00:00Z');
      try {
        const page = await CommentsPage.open(memoryAdapter());
        await page.beginToWrite('In');
        await page.write('In a hurry.');
        expect(JSON.stringify({ ...localStorage })).not.to.contain('In a hurry.');
        leave();
        expect(JSON.stringify({ ...localStorage })).to.contain('In a hurry.');
      } finally {
        unmountAll();
        clock.uninstall();
      }
    });

  it('does not turn up under another article', async () => {
    const memory = memoryAdapter();
    const pier = await CommentsPage.open(memory, { discussion: 'pier' });
    await pier.turnToForm();
    await pier.write('About the pier.');
    pier.element.remove();
    const harbour = await CommentsPage.open(memory, { discussion: 'harbour' });
    await harbour.turnToForm();
    expect(harbour.textBox.value).to.equal('');
  });

  it('is gone once it is posted', async () => {
    const memory = memoryAdapter();
    const first = await CommentsPage.open(memory);
    await first.turnToForm();
    await first.write('Done.');
    await first.says(en.draftSaved);
    await first.press('Post comment');
    await first.comment('Done.');
    await first.says(en.published);
    first.element.remove();
    const second = await CommentsPage.open(memory);
    await second.turnToForm();
    expect(second.textBox.value).to.equal('');
  });

  it('is gone when the reader throws it away, and the text box has the focus', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await page.write('Never mind.');
    await page.press('Discard');
    expect(page.textBox.value).to.equal('');
    expect(page.isFocused(page.textBox)).to.equal(true);
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).to.have.length(0);
  });

  it('says so where it can only be kept until the tab is closed', async () => {
    const restore = blockStorage('localStorage');
    try {
      const page = await CommentsPage.open(memoryAdapter());
      await page.turnToForm();
      await page.write('Only in this tab.');
      await page.says(en.draftInTab);
      page.element.remove();
      const later = await CommentsPage.open(memoryAdapter());
      await waitFor(() => expect(later.textBox.value).to.equal('Only in this tab.'));
    } finally {
      restore();
    }
  });

  for (const [what, hide] of [
    ['the browser keeps nothing', blockStorage],
    ['the web view of an app has no storage', removeStorage],
  ] as const)
    it(`says so where ${what}`, async () => {
      const restore = [hide('localStorage'), hide('sessionStorage')];
      try {
        const page = await CommentsPage.open(memoryAdapter());
        await page.turnToForm();
        await page.write('Only here.');
        await page.says(en.draftNotKept);
        await page.press('Post comment');
        await page.comment('Only here.');
      } finally {
        for (const one of restore) one();
      }
    });
});

describe('a text of another tab', () => {
  afterEach(unmountAll);

  it('is offered, and is exchanged for what stands in the box', async () => {
    const other = new OtherTab();
    other.leave('Theirs.');
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await page.says(en.keptElsewhere);
    await page.write('Mine.');
    await page.press(en.showKept);
    await waitFor(() => expect(page.textBox.value).to.equal('Theirs.'));
    await page.says(en.keptEarlier);
    await page.press(en.showKept);
    await waitFor(() => expect(page.textBox.value).to.equal('Mine.'));
  });

  it('can be sent after the text that it was exchanged for while that was sent', async () => {
    const other = new OtherTab();
    other.leave('Theirs.');
    const memory = memoryAdapter();
    let answer!: () => void;
    let calls = 0;
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    const submit: MemoryAdapter['submit'] = async (...args) => {
      calls++;
      await isAnswered;
      return memory.submit!(...args);
    };
    const page = await CommentsPage.open({ ...memory, submit });
    await page.turnToForm();
    await page.says(en.keptElsewhere);
    await page.write('Mine.');
    await page.press(en.post);
    await waitFor(() => expect(calls).to.equal(1));
    await page.press(en.showKept);
    await waitFor(() => expect(page.textBox.value).to.equal('Theirs.'));
    answer();
    await page.press(en.post);
    await page.comment('Theirs.');
    await page.comment('Mine.');
  });

  it('is shown as that tab has it by now, not as it was when it was offered', async () => {
    const other = new OtherTab();
    other.leave('Begun there.');
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await page.says(en.keptElsewhere);
    other.rewrite('Begun there.', 'Begun there, and gone on with.');
    await page.press(en.showKept);
    await waitFor(() => expect(page.textBox.value).to.equal('Begun there, and gone on with.'));
  });

  it('is offered beside all others, each with its beginning', async () => {
    const other = new OtherTab();
    for (const text of ['First.', 'Second.', 'Third.']) other.leave(text);
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await waitFor(() => expect(page.all('button', en.showKept)).to.have.length(3));
    for (const text of ['First.', 'Second.', 'Third.']) await page.says(text);
  });

  it('survives what is posted and thrown away here', async () => {
    const other = new OtherTab();
    other.leave('Theirs.');
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await page.write('Mine.');
    await page.press('Post comment');
    await page.comment('Mine.');
    await page.says(en.published);
    await page.write('Never mind.');
    await page.press('Discard');
    expect(other.texts()).to.deep.equal(['Theirs.']);
    await page.says(en.keptElsewhere);
  });

  it('is offered as soon as that tab has kept it', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.beginToWrite();
    expect(page.isSaying(en.keptElsewhere)).to.equal(false);
    const key = new OtherTab().leave('Theirs.');
    dispatchEvent(new StorageEvent('storage', { key }));
    await page.says(en.keptElsewhere);
  });

  it('does not take this tab’s own, which goes on by itself', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await page.write('Written here.');
    await page.says(en.draftSaved);
    const other = new OtherTab();
    const key = other.rewrite('Written here.', 'Changed there.');
    dispatchEvent(new StorageEvent('storage', { key }));
    expect(page.textBox.value).to.equal('Written here.');
    expect(other.texts()).to.have.members(['Written here.', 'Changed there.']);
  });

  it('is offered in a report and an edit, too', async () => {
    const other = new OtherTab();
    other.leave('Reported there.', { report: mine.id, viewer: ada });
    const page = await CommentsPage.open({ ...changeable(), report: () => Promise.resolve() });
    await page.startReport('Theirs.');
    expect(page.isSaying(en.keptElsewhere)).to.equal(false);
    other.leave('Edited there.', { edit: mine.id, viewer: ada });
    await page.press('Edit', await page.comment('Mine.'));
    await page.says(en.keptElsewhere);
    await page.press(en.showKept);
    expect(((await page.find('textbox', en.yourEdit)) as HTMLTextAreaElement).value).to.equal('Edited there.');
  });
});

describe('a guest’s name and address', () => {
  afterEach(unmountAll);

  const guest = { name: { required: true }, email: { required: true } };
  const open = (): Promise<CommentsPage> => CommentsPage.open(memoryAdapter({ info: { posting: { guest } } }));
  const nameOf = async (page: CommentsPage): Promise<string> =>
    ((await page.find('textbox', 'Name')) as HTMLInputElement).value;

  it('keeps a guest’s name off the device unless the guest wants it remembered', async () => {
    const page = await open();
    await page.turnToForm();
    await page.write('Half a thought.');
    await page.write('Grace', await page.find('textbox', 'Name'));
    await page.says(en.draftSaved);
    expect(JSON.stringify({ ...localStorage })).not.to.contain('Grace');
  });

  it('keeps a guest’s name on the device on request, and forgets it when that is withdrawn', async () => {
    const first = await open();
    await first.beginToWrite();
    (await first.find('checkbox', en.rememberGuest)).click();
    await first.write('Grace', await first.find('textbox', 'Name'));
    first.element.remove();
    sessionStorage.clear();
    const second = await open();
    await second.beginToWrite();
    expect(await nameOf(second)).to.equal('Grace');
    (await second.find('checkbox', en.rememberGuest)).click();
    expect(JSON.stringify({ ...localStorage })).not.to.contain('Grace');
  });

  for (const [isRemembered, name] of [
    [true, 'Grace'],
    [false, ''],
  ] as const)
    it(`fills in ${isRemembered ? 'a remembered' : 'no'} name of a guest after a sign-in and a sign-out`, async () => {
      const adapter = memoryAdapter({
        info: { posting: { guest } },
        account: { id: 'ada', name: 'Ada' },
        comments: [comment('Hello.')],
      });
      const page = await CommentsPage.open(adapter);
      await page.beginToWrite();
      if (isRemembered) (await page.find('checkbox', 'Remember me on this device')).click();
      await page.write('Grace', await page.find('textbox', 'Name'));
      await adapter.signIn?.(call);
      await page.says('Posting as Ada');
      await adapter.signOut?.(call);
      await page.find('textbox', 'Name');
      await page.press('Reply', await page.comment('Hello.'));
      await page.find('textbox', 'Your reply to Tom');
      const names = await waitFor(() => {
        const found = page.all('textbox', 'Name') as HTMLInputElement[];
        expect(found).to.have.length(2);
        return found;
      });
      expect(names.map(({ value }) => value)).to.deep.equal([name, name]);
    });

  describe('for the next person at this tab', () => {
    const paper = (viewer?: Viewer): MemoryAdapter =>
      memoryAdapter({ info: { posting: { guest } }, account: { id: 'ada', name: 'Ada' }, viewer });
    const asAda: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };

    /** A guest has begun a text and has filled in who they are. */
    async function begin(): Promise<void> {
      const page = await CommentsPage.open(paper());
      await page.beginToWrite('Half a thought.');
      await page.write('Grace', await page.find('textbox', 'Name'));
      await page.write('grace@navy.example', await page.find('textbox', 'Email'));
      await page.says('Your draft is saved.');
      page.element.remove();
    }

    async function expectNoGuest(page: CommentsPage): Promise<void> {
      expect(await nameOf(page)).to.equal('');
      expect((page.get('textbox', 'Email') as HTMLInputElement).value).to.equal('');
    }

    it('shows no guest’s name and address after a sign-out, though a draft had filled them in before', async () => {
      await begin();
      const adapter = paper();
      const page = await CommentsPage.open(adapter);
      await waitFor(() => expect(page.textBox.value).to.equal('Half a thought.'));
      expect(await nameOf(page)).to.equal('Grace');
      await adapter.signIn?.(call);
      await page.says('Posting as Ada');
      expect(page.textBox.value).to.equal('Half a thought.');
      await adapter.signOut?.(call);
      await expectNoGuest(page);
    });

    it('shows no guest’s name and address after a sign-out, though their text was restored before it', async () => {
      const before = await CommentsPage.open(paper(asAda));
      await before.turnToForm();
      await before.write('As Ada.');
      await before.says('Your draft is saved.');
      before.element.remove();
      await begin();
      const adapter = paper(asAda);
      const page = await CommentsPage.open(adapter);
      await waitFor(() => expect(page.textBox.value).to.equal('As Ada.'));
      await page.press(en.showKept);
      await waitFor(() => expect(page.textBox.value).to.equal('Half a thought.'));
      await adapter.signOut?.(call);
      await expectNoGuest(page);
    });
  });
});
