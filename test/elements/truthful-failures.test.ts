/** Whether a failed change may have been made all the same decides what is said about it. */
import { expect } from '@open-wc/testing';
import { AdapterError, type CommentsAdapter, type ErrorKind } from '../../src/model/adapter.js';
import en from '../../src/locales/en.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';
import { changeable, editor, failing, mine, theirs } from './changeable.js';

interface Action {
  readonly method: keyof CommentsAdapter;
  /** The words where nothing was changed for certain. */
  readonly certain: (cause: string) => string;
  readonly uncertain?: (cause: string) => string;
  readonly adapter?: CommentsAdapter;
  readonly take: (page: CommentsPage) => Promise<void>;
}

const onComment = async (page: CommentsPage, { body }: typeof mine, name: string): Promise<void> =>
  page.press(name, await page.comment(body.value));

const submit: CommentsAdapter['submit'] = () => Promise.resolve({ outcome: 'published' });
const report: CommentsAdapter['report'] = () => Promise.resolve();

const actions: Readonly<Record<string, Action>> = {
  'a post': {
    method: 'submit',
    certain: en.postFailed,
    uncertain: en.postUncertain,
    adapter: { ...changeable(), submit },
    take: async (page) => {
      await page.turnToForm();
      await page.write('Text.');
      await page.press('Post comment');
    },
  },
  'a report': {
    method: 'report',
    certain: en.reportFailed,
    uncertain: en.reportUncertain,
    adapter: { ...changeable(), report },
    take: async (page) => {
      await page.startReport('Theirs.');
      await page.choose('Illegal content');
      await page.press('Send report');
    },
  },
  'an edit': {
    method: 'edit',
    certain: en.editFailed,
    take: async (page) => {
      await onComment(page, mine, 'Edit');
      await page.write('Changed.', await page.find('textbox', en.yourEdit));
      await page.press('Save');
    },
  },
  'a removal': {
    method: 'remove',
    certain: en.removeFailed,
    take: async (page) => {
      await onComment(page, mine, 'Delete');
      await page.press(en.removal.author.remove, await page.find('group', en.removal.author.question));
    },
  },
  'a vote': {
    method: 'vote',
    certain: en.voteFailed,
    take: async (page) => {
      (await page.comment('Theirs.')).querySelector<HTMLElement>('[part~=up]')?.click();
    },
  },
  'a pin': {
    method: 'pin',
    certain: en.pinFailed,
    adapter: changeable({ viewer: editor }),
    take: async (page) => {
      await onComment(page, theirs, 'More');
      await page.press(en.pin);
    },
  },
  closing: {
    method: 'setClosed',
    certain: en.closeFailed,
    adapter: changeable({ viewer: editor, can: { close: true } }),
    take: async (page) => {
      await page.press(en.closeDiscussion);
      await page.press(en.closeNow);
    },
  },
};

describe('what is said about a change that failed', () => {
  afterEach(unmountAll);

  for (const [name, { method, certain, uncertain = en.changeUncertain, adapter, take }] of Object.entries(actions)) {
    const after = async (kind: ErrorKind, stored?: 'no' | 'maybe'): Promise<string> => {
      const error = new AdapterError(kind, '', { stored });
      const page = await CommentsPage.open(failing(adapter ?? changeable(), method, error));
      await take(page);
      return page.alert();
    };

    it(`is "not" for ${name} that was certainly refused`, async () => {
      expect(await after('forbidden')).to.contain(certain(en.causes.forbidden));
      unmountAll();
      expect(await after('network', 'no'), 'the adapter knows').to.contain(certain(en.causes.network));
    });

    for (const kind of ['network', 'timeout', 'unavailable', 'bad-response'] as const)
      it(`is not "not" for ${name} after ${kind}`, async () => {
        expect(await after(kind)).to.contain(uncertain(en.causes[kind]));
      });
  }
});
