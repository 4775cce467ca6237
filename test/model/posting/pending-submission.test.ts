import { expect } from 'chai';
import { AdapterError, type Comment, type Draft } from '../../../src/model/adapter.js';
import type { DraftText } from '../../../src/model/drafts/draft.js';
import { DraftStorage } from '../../../src/model/drafts/draft-storage.js';
import { DraftStore } from '../../../src/model/drafts/draft-store.js';
import { FormDraft } from '../../../src/model/drafts/form-draft.js';
import { PendingSubmission } from '../../../src/model/posting/pending-submission.js';
import { submitDraft } from '../../../src/model/posting/submit-draft.js';
import type { DraftOutcome } from '../../../src/model/posting/submit-outcome.js';
import { FakeStorage } from '../../support/fake-storage.js';
import { ada, comment, opened, writerOf } from '../support/fixtures.js';

const timeout = new AdapterError('timeout');

const stored = comment('stored', { body: { format: 'text', value: 'Hello.' }, author: null });

/** A form in which Ada writes new comments. The backend lists what is pushed to `listed`. */
async function openForm({ isCanceled = false } = {}) {
  const listed: Comment[] = [];
  const { backend, store } = await opened({
    features: { idempotency: 'none' },
    responses: { list: () => ({ items: [...listed] }) },
  });
  const session = store.session()!;
  const pending = new PendingSubmission();
  let text = '';
  const drafts = new DraftStore(new DraftStorage(new FakeStorage().get, new FakeStorage().get));
  const form = {
    read: (): DraftText | undefined => (text === '' ? undefined : { body: text, sent: pending.sentText }),
    fill(draft: DraftText) {
      text = draft.body;
      pending.restore(draft, null);
    },
  };
  const autosave = new FormDraft(form, drafts);
  autosave.moveTo({ discussion: '42', viewer: ada });
  return {
    backend,
    listed,
    store,
    autosave,
    drafts,
    pending,
    text: () => text,
    write: (typed: string) => (text = typed),
    submit: (): Promise<DraftOutcome> =>
      submitDraft(
        pending,
        { parentId: null, body: text },
        {
          writer: writerOf(store),
          session,
          autosave,
          onSend: async () => (isCanceled ? undefined : { confirm: undefined }),
        },
      ),
  };
}

type Form = Awaited<ReturnType<typeof openForm>>;

/** Submits the text, which fails without a clear result. Returns what was sent. */
async function failInDoubt({ backend, submit }: Form): Promise<Draft> {
  const outcome = submit();
  const call = await backend.next('submit');
  call.fail(timeout);
  expect(await outcome).to.deep.equal({ type: 'failed', error: timeout, uncertain: true });
  return call.args[0] as Draft;
}

describe('submitDraft', () => {
  it('keeps the submit key of a retry, and makes another for another text', async () => {
    const form = await openForm();
    form.write('Hello.');
    const first = await failInDoubt(form);
    const again = await failInDoubt(form);
    expect(again.submitKey).to.equal(first.submitKey);
    form.write('Hello, all.');
    const changed = await failInDoubt(form);
    expect(changed.submitKey).not.to.equal(first.submitKey);
  });

  it('does not send another text once the search has found the first', async () => {
    const form = await openForm();
    form.write('Hello.');
    await failInDoubt(form);
    form.listed.push(stored);
    form.write('Hello, all.');
    expect(await form.submit()).to.deep.equal({ type: 'arrived', as: undefined });
    expect(form.backend.count('submit')).to.equal(1);
    expect(form.text()).to.equal('Hello, all.');
    expect(form.store.state.outgoing).to.deep.equal([]);
  });

  it('sends nothing if the page cancels the submission', async () => {
    const form = await openForm({ isCanceled: true });
    form.write('Hello.');
    expect(await form.submit()).to.deep.equal({ type: 'canceled' });
    expect(form.backend.count('submit')).to.equal(0);
    expect(form.pending.sentText).to.equal(undefined);
  });

  it('leaves the draft alone that the form shows by the time a search has ended', async () => {
    const form = await openForm();
    form.write('Hello.');
    await failInDoubt(form);
    form.listed.push(stored);
    form.write('Hello, all.');
    const outcome = form.submit();
    const sent = { submitKey: 'k', body: 'Elsewhere.', since: 7, author: { id: 'ada', name: 'Ada' } };
    const other = form.drafts.open({ discussion: '43', viewer: ada });
    other.save({ body: 'Elsewhere.', sent });
    form.drafts.release(other);
    form.autosave.moveTo({ discussion: '43', viewer: ada });
    expect(await outcome).to.deep.equal({ type: 'aborted' });
    expect(form.text()).to.equal('Elsewhere.');
    expect(form.pending.sentText).to.deep.equal(sent);
  });
});
