import { expect } from 'chai';
import { duration } from '../../src/i18n/duration.js';

describe('duration', () => {
  it('counts seconds below a minute, rounded up to at least one', () => {
    expect(duration(42_000, 'en')).to.equal('42 seconds');
    expect(duration(41_001, 'en')).to.equal('42 seconds');
    expect(duration(1_000, 'en')).to.equal('1 second');
    expect(duration(1, 'en')).to.equal('1 second');
    expect(duration(0, 'en')).to.equal('1 second');
    expect(duration(59_000, 'en')).to.equal('59 seconds');
  });

  it('counts minutes from a minute on, rounded up so that the wait is never too short', () => {
    expect(duration(59_001, 'en')).to.equal('1 minute');
    expect(duration(60_000, 'en')).to.equal('1 minute');
    expect(duration(61_000, 'en')).to.equal('2 minutes');
    expect(duration(45 * 60_000, 'en')).to.equal('45 minutes');
  });

  it('counts hours from an hour and a half on, rounded up', () => {
    expect(duration(89 * 60_000, 'en')).to.equal('89 minutes');
    expect(duration(90 * 60_000, 'en')).to.equal('2 hours');
    expect(duration(24 * 3_600_000, 'en')).to.equal('24 hours');
  });

  it('uses the given language', () => {
    expect(duration(240_000, 'de')).to.equal('4 Minuten');
    expect(duration(1_000, 'de')).to.equal('1 Sekunde');
    expect(duration(240_000, 'ar')).to.match(/دقائق/);
  });
});
