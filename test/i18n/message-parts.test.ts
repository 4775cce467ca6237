import { expect } from 'chai';
import { isPartLoaded, loadedPart, loadPart, sizeOf } from '../../src/i18n/message-parts.js';
import type { PartName } from '../../src/i18n/messages.js';
import { partSizes } from '../../src/i18n/part-sizes.js';
import de from '../../src/locales/de.js';
import en from '../../src/locales/en.js';

describe('the parts of a language', () => {
  const part = (messages: object) => async () => ({ default: messages });
  const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

  it('takes a part from the first language that has it', async () => {
    const languages = [{ share: 'Own' }, { visit: part({ share: 'Teilen' }) }, { visit: part({ share: 'Share' }) }];
    expect(isPartLoaded('visit', languages)).to.equal(false);
    expect(loadedPart('visit', languages)).to.deep.equal({});
    await loadPart('visit', languages);
    expect(isPartLoaded('visit', languages)).to.equal(true);
    expect(loadedPart('visit', languages)).to.deep.equal({ share: 'Teilen' });
  });

  it('takes a part from the next language if the first one cannot be loaded', async () => {
    const languages = [{ visit: unreachable }, { visit: part({ share: 'Share' }) }];
    await loadPart('visit', languages);
    expect(loadedPart('visit', languages)).to.deep.equal({ share: 'Share' });
    expect(isPartLoaded('visit', languages), 'to be tried again').to.equal(false);
  });

  it('takes the messages that a part lacks from the next language', async () => {
    const english = await en.visit();
    const languages = [{ visit: part({ share: 'Teilen', filters: { all: 'Alle' } }) }, en];
    await loadPart('visit', languages);
    const expected = { ...english.default, share: 'Teilen', filters: { ...english.default.filters, all: 'Alle' } };
    expect(loadedPart('visit', languages)).to.deep.equal(expected);
  });

  it('loads no further language for a part that has all messages', async () => {
    const german = await de.visit();
    let isLoaded = false;
    await loadPart('visit', [de, { visit: async () => ((isLoaded = true), { default: {} }) }]);
    expect(isLoaded).to.equal(false);
    expect(loadedPart('visit', [de, en])).to.deep.equal(german.default);
  });

  for (const name of Object.keys(partSizes) as PartName[])
    it(`knows how many messages the part ${name} has in English`, async () => {
      expect(partSizes[name]).to.equal(sizeOf((await en[name]()).default));
    });

  it('reports the failure if a part can be loaded in no language', async () => {
    const failure: unknown = await loadPart('visit', [{ visit: unreachable }]).catch((thrown: unknown) => thrown);
    expect(failure).to.be.an.instanceOf(TypeError);
  });

  it('nests the messages of a part that is a group under its name', async () => {
    const languages = [{ legal: part({ send: 'Send' }) }];
    await loadPart('legal', languages);
    expect(loadedPart('legal', languages)).to.deep.equal({ legal: { send: 'Send' } });
  });
});
