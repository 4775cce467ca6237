import { expect } from '@open-wc/testing';
import { draftProblems } from '../../../src/model/drafts/draft-validation.js';

const all = { name: { required: true }, email: { required: true }, website: { required: false } } as const;

describe('what is wrong with a draft', () => {
  it('is nothing for a text that no rule forbids', () => {
    expect(draftProblems({ body: 'Hello' }, {})).to.deep.equal([]);
    expect(draftProblems({ body: 'Hello', guest: { name: '', email: 'nonsense' } }, {}), 'fields that nobody asked for').to.deep.equal([]);
  });

  it('is a text without a visible character, said once', () => {
    for (const body of ['', '  ', '\n\t\u00a0\n']) {
      expect(draftProblems({ body }, { min: 5 })).to.deep.equal([{ field: 'body', problem: 'missing' }]);
    }
  });

  it('is a text shorter than the backend takes, by what is left without the white space around it', () => {
    expect(draftProblems({ body: ' four\n' }, { min: 5 })).to.deep.equal([{ field: 'body', problem: 'too-short', least: 5 }]);
    expect(draftProblems({ body: 'five5' }, { min: 5 })).to.deep.equal([]);
  });

  it('is a text longer than the backend takes, in the unit it counts in, by as much as it is over', () => {
    const over = (body: string, unit: 'chars' | 'bytes' | 'graphemes') => draftProblems({ body }, { max: { value: 4, unit } });
    expect(over('four', 'chars')).to.deep.equal([]);
    expect(over('fives', 'chars')).to.deep.equal([{ field: 'body', problem: 'too-long', over: 1 }]);
    expect(over('ääää', 'chars')).to.deep.equal([]);
    expect(over('ääää', 'bytes')).to.deep.equal([{ field: 'body', problem: 'too-long', over: 4 }]);
    expect(over('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 'graphemes')).to.deep.equal([]);
  });

  it('is each field of a guest that must be filled in and is not, in the order of the form', () => {
    expect(draftProblems({ body: '', guest: { name: ' ' } }, { guest: all })).to.deep.equal([
      { field: 'body', problem: 'missing' },
      { field: 'name', problem: 'missing' },
      { field: 'email', problem: 'missing' },
    ]);
  });

  it('is an email address or a website that cannot be one', () => {
    const problems = (guest: { email?: string; website?: string }) =>
      draftProblems({ body: 'Hello', guest: { name: 'Ada', email: 'ada@example.com', ...guest } }, { guest: all });
    for (const email of ['ada', 'ada@', 'ada@example', 'a da@example.com', '@example.com', 'ada@@example.com']) {
      expect(problems({ email }), email).to.deep.equal([{ field: 'email', problem: 'invalid' }]);
    }
    expect(problems({ email: ' ada+news@mail.example.com ' })).to.deep.equal([]);
    for (const website of ['example.com', 'javascript:alert(1)', 'https://', 'https://example', 'ftp://example.com']) {
      expect(problems({ website }), website).to.deep.equal([{ field: 'website', problem: 'invalid' }]);
    }
    expect(problems({ website: 'HTTPS://example.com/~ada' })).to.deep.equal([]);
    expect(problems({ website: '' }), 'optional').to.deep.equal([]);
  });
});
