import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressBlock } from '../../demo/server/http/address-block.js';

const blocks: Readonly<Record<string, readonly string[]>> = {
  '192.0.2.1': ['192.0.2.1', '::ffff:192.0.2.1', '::FFFF:c000:201', '192.0.2.1:51234', '[::ffff:192.0.2.1]:80'],
  '192.0.2.2': ['192.0.2.2'],
  '2001:db8:0:1::/64': [
    '2001:db8:0:1::',
    '2001:db8:0:1::1',
    '2001:DB8::1:ffff:0:0:1',
    '2001:0db8:0000:0001:ffff:ffff:ffff:ffff',
    '[2001:db8:0:1::7]:51234',
  ],
  '2001:db8:0:2::/64': ['2001:db8:0:2::1'],
  'fe80:0:0:0::/64': ['fe80::1%eth0', 'fe80::2'],
  '0:0:0:0::/64': ['::1', '::'],
  unknown: ['unknown'],
  '': [''],
};

describe('addressBlock', () => {
  for (const [block, addresses] of Object.entries(blocks)) {
    for (const address of addresses)
      it(`${address || '(empty)'} is ${block || '(empty)'}`, () => assert.equal(addressBlock(address), block));
  }
});
