import { expect } from 'chai';
import { createSubmitKey, submitKeyOf } from '../../../src/model/writes/submit-key.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the key of a submission', () => {
  const draftId = createSubmitKey();
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
      submitKeyOf(createSubmitKey(), text),
    ];
    expect(new Set(keys)).to.have.length(keys.length);
  });
});
