import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import type { Change, Posting } from '../../src/model/adapter.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const refused = (refusal: NonNullable<Posting['refusal']>) =>
  memoryAdapter({ comments: [comment('First.')], info: { posting: { refusal } } });

describe('a reader who may not write', () => {
  afterEach(unmountAll);

  it('is told why in words, and gets no form', async () => {
    for (const reason of ['not-a-member', 'banned', 'unverified', 'other'] as const) {
      const page = await CommentsPage.open(refused({ reason }));
      await page.says(en.refusals[reason]);
      expect(page.all('textbox')).to.have.length(0);
      expect(page.texts).to.deep.equal(['First.']);
    }
  });

  it('is told so in the backend’s words, until when, and where to go about it', async () => {
    const page = await CommentsPage.open(
      refused({
        reason: 'banned',
        message: 'Cool down.',
        until: '2026-12-01T12:00:00Z',
        href: 'https://paper.example/appeal',
      }),
      { 'time-zone': 'UTC' },
    );
    await page.says('Cool down.');
    expect(page.isSaying(en.bannedUntil('Dec 1, 2026, 12:00 PM UTC'))).to.equal(true);
    expect(page.get('link', en.findOutMore).getAttribute('href')).to.equal('https://paper.example/appeal');
  });

  it('is led to where one can write, by the backend’s own words', async () => {
    const page = await CommentsPage.open(
      refused({
        reason: 'other',
        message: 'Comments are written elsewhere.',
        href: 'https://elsewhere.example/42',
        label: '<b>Write</b> there',
      }),
    );
    await page.says('Comments are written elsewhere.');
    expect(page.get('link', '<b>Write</b> there').getAttribute('href')).to.equal('https://elsewhere.example/42');
    expect(page.all('link', en.findOutMore)).to.have.length(0);
  });

  it('is led to no address that would run a script', async () => {
    const page = await CommentsPage.open(refused({ reason: 'not-a-member', href: 'javascript:alert(1)' }));
    await page.says(en.refusals['not-a-member']);
    expect(page.all('link', en.findOutMore)).to.have.length(0);
  });

  it('gets no button for a reply as long as that lasts', async () => {
    let change: ((change: Change) => void) | undefined;
    const page = await CommentsPage.open({
      ...memoryAdapter({ comments: [comment('First.')] }),
      subscribe: (_discussion, onChange) => void (change = onChange),
    });
    const row = await page.comment('First.');
    await waitFor(() => expect(change).to.not.equal(undefined));
    await waitFor(() => expect(page.all('button', en.reply, row)).to.have.length(1));
    for (const refusal of [{ reason: 'banned' } as const, undefined]) {
      change!({ type: 'discussion', info: { posting: { refusal } } });
      await waitFor(() => expect(page.all('button', en.reply, row)).to.have.length(refusal ? 0 : 1));
    }
  });

  it('still has the text that was written before signing in showed it', async () => {
    const account = { id: 'grace', name: 'Grace' };
    const memory = memoryAdapter({ account });
    let isSignedIn = false;
    const page = await CommentsPage.open({
      ...memory,
      open: async () =>
        isSignedIn
          ? {
              state: 'open',
              viewer: { state: 'signed-in', author: account },
              posting: { who: 'signed-in', refusal: { reason: 'not-a-member' } },
            }
          : { state: 'open', viewer: { state: 'anonymous' }, posting: { who: 'signed-in' } },
      signIn: async () => {
        isSignedIn = true;
        return { state: 'signed-in', author: account };
      },
    });
    await page.turnToForm();
    await page.write('An hour of work.');
    await page.press('Sign in to post');
    await page.says(en.refusals['not-a-member']);
    await waitFor(() =>
      expect(page.all('textbox').map((box) => (box as HTMLTextAreaElement).value)).to.deep.equal(['An hour of work.']),
    );
  });
});
