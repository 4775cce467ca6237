import { expect } from 'chai';
import { draftProblems } from '../../../src/model/drafts/draft-validation.js';

const all = { name: { required: true }, email: { required: true }, website: { required: false } } as const;

describe('draftProblems', () => {
  it('finds none without rules', () => {
    expect(draftProblems({ body: 'Hello' }, {})).to.deep.equal([]);
    expect(
      draftProblems({ body: 'Hello', guest: { name: '', email: 'nonsense' } }, {}),
      'fields the form does not have',
    ).to.deep.equal([]);
  });

  it('reports a blank text once', () => {
    for (const body of ['', '  ', '\n\t\u00a0\n']) {
      expect(draftProblems({ body }, { min: 5 })).to.deep.equal([{ field: 'body', problem: 'missing' }]);
    }
  });

  it('reports a text that is too short once trimmed', () => {
    expect(draftProblems({ body: ' four\n' }, { min: 5 })).to.deep.equal([
      { field: 'body', problem: 'too-short', least: 5 },
    ]);
    expect(draftProblems({ body: 'five5' }, { min: 5 })).to.deep.equal([]);
  });

  it('reports by how much a text is too long, in the unit of the backend', () => {
    const over = (body: string, unit: 'chars' | 'bytes' | 'graphemes') =>
      draftProblems({ body }, { max: { value: 4, unit } });
    expect(over('four', 'chars')).to.deep.equal([]);
    expect(over('fives', 'chars')).to.deep.equal([{ field: 'body', problem: 'too-long', over: 1 }]);
    expect(over('ääää', 'chars')).to.deep.equal([]);
    expect(over('ääää', 'bytes')).to.deep.equal([{ field: 'body', problem: 'too-long', over: 4 }]);
    expect(over('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 'graphemes')).to.deep.equal([]);
  });

  it('reports a text whose few characters have too many bytes', () => {
    const max = { value: 5000, unit: 'graphemes' } as const;
    expect(draftProblems({ body: `a${'\u0301'.repeat(100_000)}` }, { max })).to.deep.equal([
      { field: 'body', problem: 'too-long', over: 1251 },
    ]);
  });

  it('reports missing guest fields in the order of the form', () => {
    expect(draftProblems({ body: '', guest: { name: ' ' } }, { guest: all })).to.deep.equal([
      { field: 'body', problem: 'missing' },
      { field: 'name', problem: 'missing' },
      { field: 'email', problem: 'missing' },
    ]);
  });

  it('reports an invalid email address or website', () => {
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
