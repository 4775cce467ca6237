/** What a section reserves for a reader who returns to the page. The journeys are in `test/journeys/place.test.ts`. */
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ReturningReader } from '../../src/elements/page/saved-position.js';

class Host extends LitElement {}

describe('the space of a returning reader', () => {
  const { getEntriesByType } = performance;
  const place = (key: string): string =>
    `article-comments:place:${JSON.stringify([key, location.href.replace(/#.*/, '')])}`;

  before(() => customElements.define('returning-host', Host));
  beforeEach(() => {
    // As after a reload.
    performance.getEntriesByType = () => [{ type: 'reload', name: location.href }] as never;
    const saved = { id: null, offset: 0, origin: 1, count: 25, sort: 'newest', height: 1200 };
    sessionStorage.setItem(place('pier'), JSON.stringify(saved));
  });
  afterEach(() => {
    performance.getEntriesByType = getEntriesByType;
    sessionStorage.clear();
  });

  it('is that of the discussion in which they were, and none of the next one', () => {
    const host = document.createElement('returning-host') as Host;
    const returning = new ReturningReader(host);
    const reserved = (): string => host.style.getPropertyValue('--_reserved');
    expect(returning.positionIn('pier')?.height).to.equal(1200);
    expect(reserved()).to.equal('1200px');
    expect(returning.positionIn('harbour')).to.equal(undefined);
    expect(reserved()).to.equal('');
  });
});
