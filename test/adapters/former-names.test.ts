/** Names of version 1.0 that have changed. They stay for one version. */
import { expect } from 'chai';
import { createMemoryAdapter, memoryAdapter } from '../../src/adapters/memory.js';
import { createStaticAdapter, staticAdapter } from '../../src/adapters/static.js';

describe('the former names of the adapters’ factories', () => {
  it('supports the former names of the adapter factories as aliases', () => {
    expect(createMemoryAdapter).to.equal(memoryAdapter);
    expect(createStaticAdapter).to.equal(staticAdapter);
  });
});
