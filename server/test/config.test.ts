import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError, readConfig } from '../src/rules/config.js';
import { houseRules } from '../src/rules/house-rules.js';
import { startupNotes } from '../src/http/startup-notes.js';

const secret = 'a secret of the publisher, long enough';

const read = (env: Readonly<Record<string, string>>) => readConfig(env, 8010);

describe('the settings of keys', () => {
  it('make every key a public discussion by default', () => {
    assert.deepEqual(read({}).keys, { unknown: 'open', private: [] });
    assert.deepEqual(read({ KEY_SECRET: '', UNKNOWN_KEYS: '', PRIVATE_KEYS: '' }).keys, {
      unknown: 'open',
      private: [],
    });
  });

  it('accept a secret, unknown keys that are missing, and private keys', () => {
    assert.deepEqual(read({ KEY_SECRET: secret, UNKNOWN_KEYS: 'missing', PRIVATE_KEYS: 'members/*, 42' }).keys, {
      secret,
      unknown: 'missing',
      private: ['members/*', '42'],
    });
  });

  it('refuse a short secret and other words', () => {
    assert.throws(() => read({ KEY_SECRET: 'short' }), /KEY_SECRET has 5 characters and needs at least 32/);
    assert.throws(() => read({ UNKNOWN_KEYS: 'no' }), /UNKNOWN_KEYS must be "open" or "missing", not "no"/);
  });
});

describe('the settings of other software', () => {
  const [one, two] = ['A', 'B'].map((letter) => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`);
  const url = 'https://hooks.news.example/comments';

  it('call none by default', () => {
    const none = { policy: { allowsHttp: false, allowsPrivate: false }, webhooks: [] };
    assert.deepEqual(read({}).outgoing, none);
    assert.deepEqual(read({ WEBHOOK_URL: '', WEBHOOK_SECRET: '', JUDGE_URL: '', JUDGE_SECRET: '' }).outgoing, none);
  });

  it('accept several webhooks, two secrets of one of them, and a judge', () => {
    assert.deepEqual(
      read({
        WEBHOOK_URL: `${url}, http://127.0.0.1:3000/search`,
        WEBHOOK_SECRET: `${one} ${two},${two}`,
        JUDGE_URL: 'http://localhost:3000/judge',
        JUDGE_SECRET: `${one}`,
        OUTGOING_HTTP: '1',
        OUTGOING_PRIVATE: '1',
      }).outgoing,
      {
        policy: { allowsHttp: true, allowsPrivate: true },
        webhooks: [
          { url, secrets: [one, two] },
          { url: 'http://127.0.0.1:3000/search', secrets: [two] },
        ],
        judge: { url: 'http://localhost:3000/judge', secrets: [one] },
      },
    );
  });

  const refusals: readonly (readonly [env: Readonly<Record<string, string | undefined>>, message: RegExp])[] = [
    [{ WEBHOOK_URL: url }, /WEBHOOK_URL has 1 values and WEBHOOK_SECRET has 0\. Set one secret for each URL/],
    [
      { WEBHOOK_URL: `${url},${url}`, WEBHOOK_SECRET: `${one},${two}` },
      /contains "https:.*comments" twice\. Leave one/,
    ],
    [{ WEBHOOK_URL: 'hooks', WEBHOOK_SECRET: one }, /WEBHOOK_URL is "hooks", which is not a web address/],
    [
      { WEBHOOK_URL: url, WEBHOOK_SECRET: 'secret' },
      /^WEBHOOK_SECRET has to be "whsec_" and 24 to 64 bytes.* Generate one with/,
    ],
    [{ WEBHOOK_URL: url, WEBHOOK_SECRET: 'whsec_c2hvcnQ=' }, /24 to 64 bytes/],
    [
      { WEBHOOK_URL: 'http://hooks.example/', WEBHOOK_SECRET: one },
      /"http:\/\/hooks\.example\/"\. Use https, or set OUTGOING_HTTP=1/,
    ],
    [
      { JUDGE_URL: 'https://10.0.0.7/', JUDGE_SECRET: one },
      /JUDGE_URL is "https:\/\/10\.0\.0\.7\/", which is not a public/,
    ],
    [{ JUDGE_URL: 'https://[::1]/', JUDGE_SECRET: one }, /Set OUTGOING_PRIVATE=1/],
    [{ JUDGE_URL: 'https://localhost/', JUDGE_SECRET: one }, /Set OUTGOING_PRIVATE=1/],
    [{ JUDGE_URL: url }, /JUDGE_URL is "https:.*" and needs JUDGE_SECRET\. Generate one with/],
    [{ JUDGE_SECRET: one }, /JUDGE_SECRET needs JUDGE_URL\. Set it, or unset JUDGE_SECRET/],
    [{ OUTGOING_HTTP: 'yes' }, /OUTGOING_HTTP must be 1 \(on\) or 0 \(off\), not "yes"/],
  ];
  for (const [env, message] of refusals)
    it(`are refused with a remedy: ${Object.entries(env).join(' ')}`, () => {
      assert.throws(
        () => readConfig(env, 8010),
        (error) => error instanceof ConfigError && message.test(error.message) && !error.message.includes(`${one}`),
      );
    });

  it('are named at start, without secrets and paths', () => {
    const notes = startupNotes(
      readConfig({ WEBHOOK_URL: url, WEBHOOK_SECRET: one, JUDGE_URL: url, JUDGE_SECRET: two }, 8010),
    ).join('\n');
    assert.match(notes, /Comments are sent to the webhook at https:\/\/hooks\.news\.example\./);
    assert.match(notes, /Each comment is judged by https:\/\/hooks\.news\.example before it is published\./);
    assert.doesNotMatch(notes, /whsec|\/comments/);
  });
});

describe('the notes at the start', () => {
  const config = readConfig({ JWT_SECRET: secret, REQUIRE_REASONS: '1' }, 8010);

  it('say that mails wait if no mailer is set, and how to set one', () => {
    const note = /Mails to the senders of notices wait in the database.*no mailer.*Set sendMail in .*docs\/server\.md/;
    assert.match(startupNotes(config).join('\n'), note);
    assert.match(startupNotes(config, { ...houseRules, sendMail: undefined }).join('\n'), note);
    assert.deepEqual(startupNotes(config, { ...houseRules, sendMail: async () => undefined }), []);
  });

  it('say nothing about mails if no reason takes a notice', () => {
    assert.deepEqual(startupNotes(config, { ...houseRules, reasons: [{ id: 'spam' }] }), []);
  });
});

describe('the settings of the sign-in', () => {
  it('allow no sign-in by default', () => {
    assert.deepEqual(read({}).identities, { kind: 'guests' });
    assert.deepEqual(read({ DEMO_SIGN_IN: '0', JWT_SECRET: '' }).identities, { kind: 'guests' });
  });

  it('accept a shared secret or the address of public keys', () => {
    assert.deepEqual(read({ JWT_SECRET: secret, JWT_AUDIENCE: 'comments' }).identities, {
      kind: 'jwt',
      key: { secret },
      audience: 'comments',
    });
    const jwksUrl = 'https://news.example/.well-known/jwks.json';
    const signInUrl = 'https://news.example/login?to={return}';
    assert.deepEqual(
      read({ JWKS_URL: jwksUrl, JWT_ISSUER: 'https://news.example', SIGN_IN_URL: signInUrl }).identities,
      {
        kind: 'jwt',
        key: { jwksUrl },
        issuer: 'https://news.example',
        signInUrl,
      },
    );
    assert.equal(read({ JWKS_URL: 'http://localhost:3000/keys' }).identities.kind, 'jwt');
  });

  it('allow the sign-in without passwords only on this machine', () => {
    for (const PUBLIC_URL of [
      '',
      'http://localhost:8000',
      'https://127.0.0.1',
      'http://[::1]:8000',
      'http://a.localhost',
    ])
      assert.equal(read({ DEMO_SIGN_IN: '1', PUBLIC_URL }).identities.kind, 'demo', PUBLIC_URL);
  });

  const refusals: readonly (readonly [env: Readonly<Record<string, string>>, message: RegExp])[] = [
    [{ DEMO_SIGN_IN: 'yes' }, /^DEMO_SIGN_IN must be 1 \(on\) or 0 \(off\), not "yes"\.$/],
    [
      { DEMO_SIGN_IN: '1', PUBLIC_URL: 'https://news.example' },
      /PUBLIC_URL=https:\/\/news\.example is not this machine\. Unset DEMO_SIGN_IN/,
    ],
    [{ DEMO_SIGN_IN: '1', PUBLIC_URL: 'http://localhost.news.example' }, /Unset DEMO_SIGN_IN/],
    [{ DEMO_SIGN_IN: '1', PUBLIC_URL: 'http://192.168.0.7' }, /Unset DEMO_SIGN_IN/],
    [{ DEMO_SIGN_IN: '1', JWT_SECRET: secret }, /Unset DEMO_SIGN_IN/],
    [{ JWT_SECRET: 'short' }, /JWT_SECRET has 5 bytes and needs at least 32\. Generate one/],
    [{ JWT_SECRET: secret, JWKS_URL: 'https://news.example/keys' }, /Unset one of them/],
    [{ JWKS_URL: 'news.example/keys' }, /JWKS_URL is "news\.example\/keys", which is not a web address\. Use one like/],
    [{ JWKS_URL: 'http://news.example/keys' }, /JWKS_URL is "http:\/\/news\.example\/keys"\. Use https/],
    [{ JWT_AUDIENCE: 'comments' }, /JWT_AUDIENCE needs JWT_SECRET or JWKS_URL/],
    [{ JWT_COOKIE: 'guest', JWT_SECRET: secret }, /JWT_COOKIE is "guest"\. Use another name/],
    [{ JWT_COOKIE: 'account', JWT_SECRET: secret }, /JWT_COOKIE is "account"\. Use another name/],
    [{ JWT_COOKIE: '__Host-guest', JWT_SECRET: secret }, /JWT_COOKIE is "__Host-guest"\. Use another name/],
    [{ JWT_COOKIE: 'a b', JWT_SECRET: secret }, /JWT_COOKIE is "a b"/],
    [{ TRUST_PROXY: '1' }, /TRUST_PROXY=1 needs PUBLIC_URL, such as https:\/\/news\.example/],
    [{ SIGN_IN_URL: '/login', JWT_SECRET: secret }, /SIGN_IN_URL is "\/login"/],
  ];
  for (const [env, message] of refusals)
    it(`are refused with a remedy: ${JSON.stringify(env)}`, () => {
      assert.throws(
        () => read(env),
        (error) => error instanceof ConfigError && message.test(error.message),
      );
    });

  it('allow other origins only on a development machine', () => {
    assert.equal(read({}).origins, 'localhost');
    assert.equal(read({ PUBLIC_URL: 'http://localhost:8000' }).origins, 'localhost');
    assert.deepEqual(read({ PUBLIC_URL: 'https://comments.example' }).origins, []);
    assert.deepEqual(read({ PUBLIC_URL: 'https://comments.example', ORIGINS: 'https://news.example' }).origins, [
      'https://news.example',
    ]);
  });

  it('are explained at start if they have unexpected effects', () => {
    const rules = { ...houseRules, sendMail: async () => undefined };
    const notes = (env: Readonly<Record<string, string>>): string => startupNotes(read(env), rules).join('\n');
    assert.match(notes({}), /nobody can moderate/);
    assert.match(notes({ DEMO_SIGN_IN: '1' }), /anybody/);
    assert.match(notes({ JWT_SECRET: secret, PUBLIC_URL: 'https://news.example' }), /Set TRUST_PROXY/);
    const published = { JWT_SECRET: secret, PUBLIC_URL: 'https://news.example', TRUST_PROXY: '1' };
    assert.match(notes(published), /without reasons\. Set REQUIRE_REASONS=1/);
    assert.equal(notes({ ...published, REQUIRE_REASONS: '1' }), '');
    assert.doesNotMatch(notes({ JWT_SECRET: 'x'.repeat(40) }), /xxx/);
  });
});
