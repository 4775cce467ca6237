/** Signed requests to the publisher's services, and the addresses to which none is sent. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { isPublicAddress } from '../src/rules/public-address.js';
import { Sender, type Resolve } from '../src/delivery/sender.js';
import { type OutgoingPolicy } from '../src/rules/receiver.js';
import { TestReceiver } from '../../test/support/demo-server/receiver.js';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const strict: OutgoingPolicy = { allowsHttp: true, allowsPrivate: false };
const lenient: OutgoingPolicy = { allowsHttp: true, allowsPrivate: true };
const never = new AbortController().signal;

describe('a signed request', () => {
  let receiver: TestReceiver;
  before(async () => {
    receiver = await TestReceiver.start();
  });
  after(() => receiver.close());
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.respond = () => ({ status: 204 });
  });

  const message = (body = '{"type":"test"}') => ({ id: 'message-1', time: new Date(), body });
  const post = (
    url: string,
    {
      policy = lenient,
      resolve,
      secrets = [secret],
      body,
    }: {
      readonly policy?: OutgoingPolicy;
      readonly resolve?: Resolve;
      readonly secrets?: readonly string[];
      readonly body?: string;
    } = {},
  ) => new Sender(policy, resolve).post({ url, secrets }, message(body), never);

  it('is verified by the published library, with each of two secrets, and by no other secret', async () => {
    const next = `whsec_${randomBytes(24).toString('base64')}`;
    await post(receiver.url, { secrets: [secret, next], body: '{"text":"Grüße 👋"}' });
    const [{ body, headers } = assert.fail()] = receiver.received;
    for (const known of [secret, next])
      assert.deepEqual(new Webhook(known).verify(body, headers as Record<string, string>), { text: 'Grüße 👋' });
    const unknown = new Webhook(`whsec_${randomBytes(32).toString('base64')}`);
    assert.throws(() => unknown.verify(body, headers as Record<string, string>), /No matching signature/);
    assert.throws(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>), /No matching/);
    assert.equal(headers['content-type'], 'application/json');
    assert.match(String(headers['webhook-signature']), /^v1,\S+ v1,\S+$/);
  });

  it('follows no redirect', async () => {
    const other = await TestReceiver.start();
    receiver.respond = () => ({ status: 307, headers: { location: other.url } });
    assert.equal((await post(receiver.url)).status, 307);
    assert.equal(other.received.length, 0);
    await other.close();
  });

  it('is refused over http unless configured', async () => {
    await assert.rejects(post(receiver.url, { policy: { allowsHttp: false, allowsPrivate: true } }), /OUTGOING_HTTP=1/);
    assert.equal(receiver.received.length, 0);
  });

  it('is refused to a private address in the URL, in each notation', async () => {
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '0.0.0.0',
    ])
      await assert.rejects(
        post(`http://${host}:${receiver.port}/`, { policy: strict }),
        /is not a public address\. Set OUTGOING_PRIVATE=1/,
        host,
      );
    assert.equal(receiver.received.length, 0);
  });

  it('is refused to a name that leads to a private address, also beside a public one', async () => {
    const url = `http://hooks.example:${receiver.port}/`;
    const [own, open] = [
      { address: '127.0.0.1', family: 4 },
      { address: '8.8.8.8', family: 4 },
    ];
    for (const addresses of [[own], [open, own], [{ address: 'fe80::1%eth0', family: 6 }]])
      await assert.rejects(
        post(url, { policy: strict, resolve: async () => addresses }),
        /hooks\.example is not a public/,
      );
    await assert.rejects(post(`http://localhost:${receiver.port}/`, { policy: strict }), /localhost is not a public/);
    await assert.rejects(post(url, { policy: strict, resolve: async () => [] }), /has no address/);
    assert.equal(receiver.received.length, 0);
  });

  it('connects to the address that was checked, even if the name leads elsewhere afterwards', async () => {
    const answers = [[{ address: '127.0.0.1', family: 4 }], [{ address: '192.0.2.1', family: 4 }]];
    let asked = 0;
    const resolve: Resolve = async () => answers[asked++] ?? [];
    assert.equal((await post(`http://hooks.example:${receiver.port}/`, { resolve })).status, 204);
    assert.equal(asked, 1);
    assert.equal(receiver.received[0]?.headers.host, `hooks.example:${receiver.port}`);
  });

  it('ends when its time is over, also while the name is looked up', async () => {
    receiver.respond = () => undefined;
    const silent = new AbortController();
    const sent = new Sender(lenient).post({ url: receiver.url, secrets: [secret] }, message(), silent.signal);
    const looking = new Sender(lenient, () => new Promise(() => undefined));
    const looked = looking.post({ url: 'http://hooks.example/', secrets: [secret] }, message(), silent.signal);
    silent.abort();
    await assert.rejects(sent, { name: 'AbortError' });
    await assert.rejects(looked, { name: 'AbortError' });
  });

  it('reads no endless response', async () => {
    receiver.respond = () => ({ status: 200, body: 'x'.repeat(100_000) });
    await assert.rejects(post(receiver.url), /is too long/);
  });
});

describe('a public address', () => {
  const addresses = (text: string): readonly string[] => text.split(' ');

  it('is any but those of special networks', () => {
    for (const address of addresses(
      '1.1.1.1 172.15.255.255 172.32.0.1 100.128.0.1 192.0.1.1 2606:4700::1111 2a00:1450::1',
    ))
      assert.equal(isPublicAddress(address), true, address);
  });

  it('is no private, loopback, link-local, shared, mapped, translated or multicast one', () => {
    for (const address of addresses(
      '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 192.0.0.1 198.18.0.1 ' +
        '224.0.0.1 240.0.0.1 255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 ' +
        '2001:db8::1 2002:7f00:1:: fc00::1 fd12::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 localhost 1.2.3',
    ))
      assert.equal(isPublicAddress(address), false, address);
  });
});
