import { expect } from 'chai';
import { timeLeft } from '../../src/i18n/time-left.js';

describe('timeLeft', () => {
  it('shows minutes and seconds', () => {
    expect(timeLeft(252_000, 'en')).to.equal('4:12');
    expect(timeLeft(9_000, 'en')).to.equal('0:09');
    expect(timeLeft(3_599_000, 'en')).to.equal('59:59');
  });

  it('rounds up, so that it shows zero only when no time remains', () => {
    expect(timeLeft(1, 'en')).to.equal('0:01');
    expect(timeLeft(59_001, 'en')).to.equal('1:00');
  });

  it('uses the digits of the language', () => {
    expect(timeLeft(252_000, 'ar-EG')).to.equal('٤:١٢');
  });

  it('uses words from an hour on', () => {
    expect(timeLeft(3_600_000, 'en')).to.equal('60 minutes');
    expect(timeLeft(86_400_000, 'en')).to.equal('24 hours');
  });
});
