import { expect } from 'chai';
import { currentToken, parseData } from '../../../src/adapters/shared/connection.js';
import { failure } from '../../support/adapter-fixture.js';
import { FakeClock } from '../../support/fake-clock.js';

describe('the current token of the page', () => {
  let time: FakeClock;
  beforeEach(() => {
    time = FakeClock.installAt('2013-06-07T10:54:00Z');
  });
  afterEach(() => {
    expect(time.waiting, 'timers left behind').to.equal(0);
    time.uninstall();
  });

  it('is the string, or the result of the function', async () => {
    expect(await currentToken('letters')).to.equal('letters');
    expect(await currentToken(async () => 'asked')).to.equal('asked');
  });

  it('is undefined if it is empty or missing', async () => {
    expect(await currentToken('')).to.equal(undefined);
    expect(await currentToken(undefined)).to.equal(undefined);
    expect(await currentToken(async () => '')).to.equal(undefined);
  });

  it('times out even if the function ignores its signal', async () => {
    let asked: AbortSignal | undefined;
    const failed = failure(
      currentToken(({ signal }) => {
        asked = signal;
        return new Promise(() => undefined);
      }),
      'timeout',
    );
    await time.advance(15_000);
    await failed;
    expect(asked?.aborted).to.equal(true);
  });
});

describe('parseData', () => {
  it('reads the options in a script', () => {
    expect(parseData('{"token": "x"}', '{}')).to.deep.equal({ token: 'x' });
    expect(parseData('null', '{}')).to.deep.equal({});
  });

  it('quotes text that is not JSON, and shows an example', () => {
    expect(() => parseData(' nonce\n', '{"nonce": "…"}')).to.throw('not JSON: "nonce". Example: {"nonce": "…"}');
  });
});
