import { expect } from 'chai';
import { isPartLoaded, loadedPart, loadPart } from '../../src/i18n/message-parts.js';

describe('the parts of a language', () => {
  const part = (messages: object) => async () => ({ default: messages });
  const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

  it('are those of the first language that has them', async () => {
    const languages = [{ share: 'Own' }, { visit: part({ share: 'Teilen' }) }, { visit: part({ share: 'Share' }) }];
    expect(isPartLoaded('visit', languages)).to.equal(false);
    expect(loadedPart('visit', languages)).to.deep.equal({});
    await loadPart('visit', languages);
    expect(isPartLoaded('visit', languages)).to.equal(true);
    expect(loadedPart('visit', languages)).to.deep.equal({ share: 'Teilen' });
  });

  it('are those of the next language if they cannot be loaded', async () => {
    const languages = [{ visit: unreachable }, { visit: part({ share: 'Share' }) }];
    await loadPart('visit', languages);
    expect(loadedPart('visit', languages)).to.deep.equal({ share: 'Share' });
    expect(isPartLoaded('visit', languages), 'to be tried again').to.equal(false);
  });

  it('report the failure if they can be loaded in no language', async () => {
    const failure: unknown = await loadPart('visit', [{ visit: unreachable }]).catch((thrown: unknown) => thrown);
    expect(failure).to.be.an.instanceOf(TypeError);
  });

  it('are a group of their own if the messages are', async () => {
    const languages = [{ legal: part({ send: 'Send' }) }];
    await loadPart('legal', languages);
    expect(loadedPart('legal', languages)).to.deep.equal({ legal: { send: 'Send' } });
  });
});
