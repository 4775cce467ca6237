import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressBlock, addressNetwork } from '../src/rules/address-block.js';

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
  '198.51.100.1': [
    // 6to4
    '2002:c633:6401::1',
    '2002:c633:6401:ffff:1:2:3:4',
    '[2002:C633:6401:0:0:0:0:1]:443',
    // NAT64
    '64:ff9b::198.51.100.1',
    '64:ff9b::c633:6401',
    '0064:FF9B:0:0:0:0:c633:6401',
  ],
  // A prefix of a NAT64 of one's own, whose addresses have several forms.
  '64:ff9b:1:0::/64': ['64:ff9b:1::198.51.100.1'],
  '2003:c633:6401:0::/64': ['2003:c633:6401::1'],
  unknown: [
    'unknown',
    '',
    '_hidden',
    '999.1.1.1',
    '1.2.3',
    '1.2.3.4.5:80',
    '[::1',
    '::1]',
    ':::1',
    '192.0.2.1 ',
    'news.example',
    'x'.repeat(10_000),
  ],
};

const networks: Readonly<Record<string, readonly string[]>> = {
  '192.0.2.1': ['192.0.2.1', '::ffff:192.0.2.1', '192.0.2.1:51234', '64:ff9b::192.0.2.1', '2002:c000:201:7::1'],
  '2001:db8:0:ab00::/56': ['2001:db8:0:ab00::1', '2001:db8:0:abff::1', '[2001:db8:0:ab7f::1]:443'],
  '2001:db8:0:ac00::/56': ['2001:db8:0:ac00::1'],
  '2001:db8:0:0::/56': ['2001:db8::1', '2001:db8:0:ff::1'],
  unknown: ['unknown', ''],
};

describe('addressBlock', () => {
  for (const [block, addresses] of Object.entries(blocks)) {
    for (const address of addresses)
      it(`counts ${address.slice(0, 60) || '(empty)'} as ${block}`, () => assert.equal(addressBlock(address), block));
  }
});

describe('addressNetwork', () => {
  for (const [network, addresses] of Object.entries(networks)) {
    for (const address of addresses)
      it(`counts ${address || '(empty)'} as network ${network}`, () => assert.equal(addressNetwork(address), network));
  }
});
