import { expect } from 'chai';
import { createDraftId } from '../../../src/model/drafts/draft.js';
import { isRetry, submitKeyOf } from '../../../src/model/posting/submit-key.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the key of a submission', () => {
  const draftId = createDraftId();
  const text = { body: 'Half a sentence', authorId: 'ada' };

  it('is a UUID', () => {
    expect(draftId).to.match(UUID);
    expect(submitKeyOf(draftId, text)).to.match(UUID);
    expect(submitKeyOf(draftId, { body: '', authorId: undefined })).to.match(UUID);
  });

  it('is the same for the same text of the same writer, also after a reload', () => {
    expect(submitKeyOf(draftId, { ...text })).to.equal(submitKeyOf(draftId, text));
  });

  it('is another for another text, as in a duplicated tab, for another writer, and in another draft', () => {
    const keys = [
      submitKeyOf(draftId, text),
      submitKeyOf(draftId, { ...text, body: 'Half a sentence.' }),
      submitKeyOf(draftId, { ...text, authorId: 'bob' }),
      submitKeyOf(draftId, { ...text, authorId: undefined }),
      submitKeyOf(createDraftId(), text),
    ];
    expect(new Set(keys)).to.have.length(keys.length);
  });

  it('is kept by a retry: the same text by the same writer', () => {
    const sent = { body: text.body, viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } } } as const;
    const signedOut = { body: text.body, viewer: { state: 'anonymous' } } as const;
    expect(isRetry(sent, { ...sent, viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada L.' } } })).to.equal(
      true,
    );
    expect(isRetry(signedOut, { body: text.body, viewer: { state: 'unknown' } })).to.equal(true);
    expect(isRetry(sent, { ...sent, body: 'Half a sentence.' }), 'another text').to.equal(false);
    expect(isRetry(sent, signedOut), 'another writer').to.equal(false);
  });
});
