import { expect } from 'chai';
import { unknownIdLike } from '../../src/conformance/checks/lookup.js';

describe('an unknown id', () => {
  for (const [id, unknown] of [
    ['7', '1000000007'],
    ['c12', 'c1000000012'],
    ['planted-1', 'planted-1000000001'],
    // A snowflake, a UUID, a CUID and the key of a record on Bluesky.
    ['110224538612341312', '110224538612658687'],
    ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', '3f2504e0-4f89-41d3-9a0c-0305e87d6698'],
    ['cjld2cjxh0000qzrmn831i7rn', 'cjld2cjxh0000qzrmn868j2so'],
    ['at://did:plc:x/app.bsky.feed.post/3k2yihcrp6s2c', 'at://did:plc:x/app.bsky.feed.post/3k2yihcsq3t7d'],
    ['…', '…-unknown'],
  ] as const) {
    it(`looks like the id ${id}`, () => {
      expect(unknownIdLike(id)).to.equal(unknown);
    });
  }
});
