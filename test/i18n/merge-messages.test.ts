import { expect } from 'chai';
import { mergeMessages } from '../../src/i18n/merge-messages.js';
import type { MessageOverrides } from '../../src/i18n/messages.js';
import en from '../support/english.js';

describe('mergeMessages', () => {
  function merge(own: unknown) {
    const unusable: string[] = [];
    return { messages: mergeMessages(en, own as MessageOverrides, unusable), unusable };
  }

  it('replaces messages at any depth and changes no others', () => {
    const { messages, unusable } = merge({ post: 'Send', removal: { author: { question: 'Sure?' } } });
    expect(messages).to.deep.equal({
      ...en,
      post: 'Send',
      removal: { ...en.removal, author: { ...en.removal.author, question: 'Sure?' } },
    });
    expect(unusable).to.deep.equal([]);
    expect(en.post).to.equal('Post comment');
  });

  it('accepts a text in place of a function', () => {
    const { messages } = merge({ heading: 'Letters', loadedMore: (count: number) => `${count} more` });
    expect(messages.heading('3')).to.equal('Letters');
    expect(messages.loadedMore(2, '2')).to.equal('2 more');
  });

  it('ignores and reports messages of another type and unknown messages', () => {
    const own = JSON.parse('{"post": 1, "orders": {"top": null, "best": "Best"}, "__proto__": {"x": "y"}}') as object;
    const { messages, unusable } = merge({ ...own, heading: {}, reply: () => 'x', causes: 'x' });
    expect(messages).to.deep.equal(en);
    expect(unusable).to.have.members(['post', 'orders.top', 'orders.best', '__proto__', 'heading', 'reply', 'causes']);
  });
});
