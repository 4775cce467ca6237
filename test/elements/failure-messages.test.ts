/** Whether a failed change may have been made all the same decides what is said about it. */
import { expect } from '@open-wc/testing';
import { AdapterError, type CommentsAdapter, type ErrorKind } from '../../src/model/adapter.js';
import en from '../../src/locales/en.js';
import { errorReference, errorText } from '../../src/elements/frame/error-text.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { takeConsoleErrors } from '../support/console-error.js';
import { changeable, editor, failing, making } from './changeable.js';

interface Action {
  readonly method: keyof CommentsAdapter;
  /** Before the cause, where nothing was changed for certain. */
  readonly certain: string;
  /** After the cause, where something may have been changed. */
  readonly uncertain?: string;
  readonly adapter?: CommentsAdapter;
  readonly take: (page: CommentsPage) => Promise<void>;
}

const submit: CommentsAdapter['submit'] = () => Promise.resolve({ outcome: 'published' });
const report: CommentsAdapter['report'] = () => Promise.resolve();

const actions: Readonly<Record<string, Action>> = {
  'a post': {
    method: 'submit',
    certain: 'Your comment wasn’t posted.',
    uncertain: 'so we can’t tell whether this was posted. Try again: it won’t appear twice.',
    adapter: { ...changeable(), submit },
    take: making.post,
  },
  'a report': {
    method: 'report',
    certain: 'Your report wasn’t sent.',
    uncertain: 'so we can’t tell whether your report was sent. Try again: it won’t be sent twice.',
    adapter: { ...changeable(), report },
    take: making.report,
  },
  'an edit': {
    method: 'edit',
    certain: 'The comment hasn’t been changed.',
    take: making.edit,
  },
  'a removal': {
    method: 'remove',
    certain: 'The comment is still there.',
    take: making.removal,
  },
  'a vote': {
    method: 'vote',
    certain: 'Your vote wasn’t counted.',
    take: making.vote,
  },
  'a pin': {
    method: 'pin',
    certain: 'We couldn’t change which comments are pinned.',
    adapter: changeable({ viewer: editor }),
    take: making.pin,
  },
  closing: {
    method: 'setClosed',
    certain: 'Comments are still open.',
    adapter: changeable({ viewer: editor, can: { close: true } }),
    take: making.closing,
  },
};

/** Most actions say the same where it is unknown whether they took place. */
const unknown = 'so we can’t tell whether this was done. It’s safe to try again.';

/** What readers see of a cause, without its full stop. */
const causes = {
  network: 'We couldn’t reach the site',
  timeout: 'The site took too long to respond',
  unavailable: 'Our site is having trouble right now',
  'bad-response': 'Something went wrong on our side',
  forbidden: 'You don’t have permission to do this',
} as const;

describe('what is said about a change that failed', () => {
  afterEach(unmountAll);

  for (const [name, { method, certain, uncertain = unknown, adapter, take }] of Object.entries(actions)) {
    const after = async (kind: ErrorKind, stored?: 'no' | 'maybe'): Promise<string> => {
      const error = new AdapterError(kind, '', { stored });
      const page = await CommentsPage.open(failing(adapter ?? changeable(), method, error));
      await take(page);
      return page.alert();
    };

    it(`is "not" for ${name} that was certainly refused`, async () => {
      expect(await after('forbidden')).to.contain(`${certain} ${causes.forbidden}.`);
      unmountAll();
      expect(await after('network', 'no'), 'the adapter knows').to.contain(`${certain} ${causes.network}.`);
    });

    for (const kind of ['network', 'timeout', 'unavailable', 'bad-response'] as const)
      it(`is not "not" for ${name} after ${kind}`, async () => {
        expect(await after(kind)).to.contain(`${causes[kind]}, ${uncertain}`);
      });
  }
});

describe('the cause of a failure', () => {
  afterEach(unmountAll);
  const logged = takeConsoleErrors();

  async function failingPost(error: AdapterError): Promise<CommentsPage> {
    const page = await CommentsPage.open(failing({ ...changeable(), submit }, 'submit', error));
    await making.post(page);
    return page;
  }

  for (const [what, cause, error] of [
    [
      'a status',
      causes.unavailable,
      new AdapterError('unavailable', 'POST /comments returned status 503', { audience: 'support' }),
    ],
    [
      'a response that breaks the contract',
      causes['bad-response'],
      new AdapterError('bad-response', 'submit() returned 7'),
    ],
    [
      'a mistake in the set-up',
      causes.forbidden,
      new AdapterError('forbidden', 'Give the script a nonce.', { audience: 'developer' }),
    ],
  ] as const) {
    it(`is in the console where it is ${what}, once, and readers have a reference to it`, async () => {
      const page = await failingPost(error);
      const composer = page.textBox.closest('article-comments-composer');
      const failure = await page.says(/\(reference [0-9A-Z]{6}\)/);
      const [reference = ''] = /[0-9A-Z]{6}/.exec(failure.textContent ?? '') ?? [];
      expect(failure.textContent).to.contain(`${cause} (reference ${reference})`);
      const reported = (): readonly unknown[][] => logged().filter(([line]) => String(line).includes(reference));
      expect(reported()).to.deep.equal([[`article-comments: reference ${reference}.`, error]]);
      await page.press('Try again');
      await page.says(reference);
      expect(reported()).to.have.length(1);
      expect(composer?.textContent).not.to.contain(error.message);
      // The note for the developer comes when its code has been fetched.
      if (what === 'a mistake in the set-up')
        await waitFor(() => expect(logged()).to.deep.include([`<article-comments>: ${error.message}`]));
    });
  }

  it('has a reference for each error of its own', () => {
    const references = [1, 2].map(() => errorReference(new AdapterError('unavailable')));
    expect(references[0]).not.to.equal(references[1]);
    for (const reference of references) expect(reference).to.match(/^[0-9A-Z]{6}$/);
  });

  it('is the backend’s own sentence where it has one for readers', async () => {
    const page = await failingPost(new AdapterError('forbidden', 'Only subscribers can comment.'));
    expect(await page.alert()).to.equal(
      'Your comment wasn’t posted. Only subscribers can comment. Your draft is saved.',
    );
    expect(logged()).to.deep.equal([]);
  });

  for (const [words, sentence] of [
    ['Only subscribers can comment', 'Only subscribers can comment.'],
    [' Back at noon. ', 'Back at noon.'],
    ['Really?', 'Really?'],
    ['Slow down…', 'Slow down…'],
    ['The desk said “no”', 'The desk said “no”.'],
    ['The desk said “no.”', 'The desk said “no.”'],
    ['Wait (a bit)', 'Wait (a bit).'],
    ['投稿できません。', '投稿できません。'],
    ['هل أنت متأكد؟', 'هل أنت متأكد؟'],
  ] as const)
    it(`is a sentence where the backend says "${words}"`, () => {
      const error = new AdapterError('forbidden', words);
      expect(errorText(error, en)).to.equal(sentence);
      expect(errorText(error, { ...en, dir: 'rtl' }), 'in another script').to.equal(`\u2068${sentence}\u2069`);
    });
});

describe('what is said of a draft beside a failure', () => {
  afterEach(unmountAll);

  const down = new AdapterError('network');

  it('is said once, and no longer when the text is gone', async () => {
    const page = await CommentsPage.open(failing({ ...changeable(), submit }, 'submit', down));
    await making.post(page);
    expect(await page.alert()).to.contain('Your draft is saved.');
    expect(page.timesSaid('Your draft is saved.')).to.equal(1);
    await page.write('');
    await waitFor(() => expect(page.isSaying('Your draft is saved.')).to.equal(false));
  });

  it('is nothing in a report that has no text', async () => {
    const page = await CommentsPage.open(failing({ ...changeable(), report }, 'report', down));
    await making.report(page);
    expect(await page.alert()).to.equal(
      `${causes.network}, so we can’t tell whether your report was sent. Try again: it won’t be sent twice.`,
    );
    await page.write('Line two.', await page.find('textbox', /^Tell the editors more/));
    await waitFor(async () => expect(await page.alert()).to.contain('Your draft is saved.'));
  });
});
