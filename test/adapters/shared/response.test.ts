import { expect } from 'chai';
import { serverTime } from '../../../src/adapters/shared/response.js';

describe('serverTime', () => {
  const timeIn = (headers: Record<string, string>) => serverTime({ headers: new Headers(headers) });

  it('is the time in the header Date plus the time in a cache', () => {
    expect(timeIn({ date: 'Tue, 24 Nov 2026 12:00:00 GMT' })).to.deep.equal({ now: '2026-11-24T12:00:00.000Z' });
    expect(timeIn({ date: 'Tue, 24 Nov 2026 12:00:00 GMT', age: '30' })).to.deep.equal({
      now: '2026-11-24T12:00:30.000Z',
    });
  });

  it('is empty if the header Date is hidden or invalid', () => {
    expect(timeIn({})).to.deep.equal({});
    expect(timeIn({ date: 'yesterday' })).to.deep.equal({});
  });
});
