import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError, readConfig } from '../src/rules/config.js';
import { defaultRules, type HouseRules } from '../src/rules/house-rules.js';
import { rulesInForce } from '../src/rules/site.js';
import { startupNotes } from '../src/http/startup-notes.js';

const secret = 'a secret of the publisher, long enough';

const read = (env: Readonly<Record<string, string>>) => readConfig(env, 8010);

describe('the settings of keys', () => {
  it('makes every key a public discussion by default', () => {
    assert.deepEqual(read({}).keys, { unknown: 'open', private: [] });
    assert.deepEqual(read({ KEY_SECRET: '', UNKNOWN_KEYS: '', PRIVATE_KEYS: '' }).keys, {
      unknown: 'open',
      private: [],
    });
  });

  it('accepts a key secret, UNKNOWN_KEYS=missing and private keys', () => {
    assert.deepEqual(read({ KEY_SECRET: secret, UNKNOWN_KEYS: 'missing', PRIVATE_KEYS: 'members/*, 42' }).keys, {
      secret,
      unknown: 'missing',
      private: ['members/*', '42'],
    });
  });

  it('refuses a short key secret and an unknown value of UNKNOWN_KEYS', () => {
    assert.throws(() => read({ KEY_SECRET: 'short' }), /KEY_SECRET has 5 characters and needs at least 32/);
    assert.throws(() => read({ UNKNOWN_KEYS: 'no' }), /UNKNOWN_KEYS must be "open" or "missing", not "no"/);
  });
});

describe('the settings of other software', () => {
  const [one, two] = ['A', 'B'].map((letter) => `whsec_${Buffer.from(letter.repeat(32)).toString('base64')}`);
  const url = 'https://hooks.news.example/comments';

  it('has no webhooks and no judge by default', () => {
    const none = { policy: { allowsHttp: false, allowsPrivate: false }, webhooks: [] };
    assert.deepEqual(read({}).outgoing, none);
    assert.deepEqual(read({ WEBHOOK_URL: '', WEBHOOK_SECRET: '', JUDGE_URL: '', JUDGE_SECRET: '' }).outgoing, none);
  });

  it('accepts several webhooks, two secrets for one webhook, and a judge', () => {
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
      /contains an address at https:\/\/hooks\.news\.example twice\. Leave one/,
    ],
    [{ WEBHOOK_URL: 'hooks', WEBHOOK_SECRET: one }, /^WEBHOOK_URL is not a web address/],
    [
      { WEBHOOK_URL: url, WEBHOOK_SECRET: 'secret' },
      /^WEBHOOK_SECRET has to be "whsec_" and 24 to 64 bytes.* Generate one with/,
    ],
    [{ WEBHOOK_URL: url, WEBHOOK_SECRET: 'whsec_c2hvcnQ=' }, /24 to 64 bytes/],
    [
      { WEBHOOK_URL: 'http://hooks.example/', WEBHOOK_SECRET: one },
      /http:\/\/hooks\.example\. Use https, or set OUTGOING_HTTP=1/,
    ],
    [{ JUDGE_URL: 'https://10.0.0.7/', JUDGE_SECRET: one }, /JUDGE_URL leads to 10\.0\.0\.7, which is not a public/],
    [{ JUDGE_URL: 'https://[::1]/', JUDGE_SECRET: one }, /Set OUTGOING_PRIVATE=1/],
    [{ JUDGE_URL: 'https://localhost/', JUDGE_SECRET: one }, /Set OUTGOING_PRIVATE=1/],
    [{ JUDGE_URL: url }, /^JUDGE_URL needs JUDGE_SECRET\. Generate one with/],
    [{ JUDGE_SECRET: one }, /JUDGE_SECRET needs JUDGE_URL\. Set it, or unset JUDGE_SECRET/],
    [{ OUTGOING_HTTP: 'yes' }, /OUTGOING_HTTP must be 1 \(on\) or 0 \(off\), not "yes"/],
  ];
  for (const [env, message] of refusals)
    it(`refuses webhook and judge settings with a remedy: ${Object.entries(env).join(' ')}`, () => {
      assert.throws(
        () => readConfig(env, 8010),
        (error) => error instanceof ConfigError && message.test(error.message) && !error.message.includes(`${one}`),
      );
    });

  it('names webhooks and the judge in the start notes, without secrets and paths', () => {
    const config = readConfig({ WEBHOOK_URL: url, WEBHOOK_SECRET: one, JUDGE_URL: url, JUDGE_SECRET: two }, 8010);
    const notes = startupNotes({ config, rules: defaultRules }).join('\n');
    assert.match(notes, /Comments are sent to the webhook at https:\/\/hooks\.news\.example\./);
    assert.match(notes, /Each comment is judged by https:\/\/hooks\.news\.example before it is published\./);
    assert.doesNotMatch(notes, /whsec|\/comments/);
  });
});

describe('the notes at the start', () => {
  const complete = {
    ...{ JWT_SECRET: secret, JWT_COOKIE: 'token', REQUIRE_REASONS: '1' },
    ...{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'comments@news.example' },
    ...{ PUBLIC_URL: 'https://comments.news.example', TRUST_PROXY: '1' },
    ...{ POLICY_URL: 'https://news.example/policy', CONTACT: 'editors@news.example' },
  };
  const rules = { ...defaultRules, decisions: { rules: ['No insults.'], required: false } };
  const notesOf = (changes: Readonly<Record<string, string>>, changed: Partial<HouseRules> = {}): readonly string[] =>
    startupNotes({ config: readConfig({ ...complete, ...changes }, 8010), rules: { ...rules, ...changed } });

  it('shows no start notes if the settings are complete', () => assert.deepEqual(notesOf({}), []));

  for (const [what, changes, note] of [
    ['mails wait', { SMTP_URL: '', MAIL_FROM: '' }, /Mails .* wait in the database.* Set SMTP_URL and MAIL_FROM\./],
    ['there is no policy', { POLICY_URL: '' }, /no comment policy\. Set POLICY_URL/],
    ['no contact is named for contesting a decision', { CONTACT: '' }, /where to contest them\. Set CONTACT/],
    ['moderators cannot open their pages', { JWT_COOKIE: '' }, /cannot open the moderation pages.* Set JWT_COOKIE/],
    ['moderators may decide without reasons', { REQUIRE_REASONS: '' }, /without reasons\. Set REQUIRE_REASONS=1/],
  ] as const)
    it(`notes that ${what}, and what to set`, () => {
      const [first = '', ...others] = notesOf(changes);
      assert.deepEqual(others, []);
      assert.match(first, note);
    });

  it('notes that the server answers only this machine without PUBLIC_URL', () => {
    const changes = { PUBLIC_URL: '', TRUST_PROXY: '', SMTP_URL: '', MAIL_FROM: '' };
    assert.match(notesOf(changes).join('\n'), /PUBLIC_URL is not set, so .* Set it to the address/);
  });

  it('notes that moderators have no house rules to choose from', () => {
    assert.match(notesOf({}, { decisions: { rules: [], required: false } }).join('\n'), /Set "decisions" in RULES/);
  });

  it('accepts a policy and a contact from the house rules without a note', () => {
    const policy = { body: { format: 'text', value: 'Be kind.' } } as const;
    assert.deepEqual(notesOf({ POLICY_URL: '', CONTACT: '' }, { policy, redress: { href: 'mailto:a@b.example' } }), []);
  });

  it('notes only that notices of illegal content are impossible if no reason takes a notice', () => {
    const [first = '', ...others] = notesOf({ SMTP_URL: '', MAIL_FROM: '' }, { reasons: [{ id: 'spam' }] });
    assert.deepEqual(others, []);
    assert.match(first, /^No reason of reports has the form "notice"/);
  });
});

describe('the settings of mails', () => {
  const SMTP_URL = 'smtp://user:password@mail.example:587';
  const at = { SMTP_URL, PUBLIC_URL: 'https://comments.news.example' };

  it('accepts a mail server with a sender, and needs neither', () => {
    for (const from of ['comments@news.example', 'Comments <comments@news.example>', '"News, Comments" <a@b.example>'])
      assert.deepEqual(readConfig({ ...at, MAIL_FROM: from }, 8010).mail, { url: SMTP_URL, from });
    assert.equal(readConfig({}, 8010).mail, undefined);
  });

  for (const [env, message] of [
    [at, /SMTP_URL needs MAIL_FROM/],
    [{ SMTP_URL, MAIL_FROM: 'a@b.example' }, /SMTP_URL needs PUBLIC_URL/],
    [
      { ...at, SMTP_URL: `${SMTP_URL}?debug=true`, MAIL_FROM: 'a@b.example' },
      /has an option that is none of: ignoreTLS, name/,
    ],
    [{ ...at, MAIL_FROM: 'a@b.example, <c@d.example>' }, /MAIL_FROM is "a@b/],
    [{ MAIL_FROM: 'a@b.example' }, /MAIL_FROM needs SMTP_URL/],
    [{ SMTP_URL: 'mail.example:password', MAIL_FROM: 'a@b.example' }, /SMTP_URL is not a URL like smtp:/],
    [{ SMTP_URL: 'https://:password@mail.example', MAIL_FROM: 'a@b.example' }, /SMTP_URL is not a URL like smtp:/],
    [{ ...at, SMTP_URL: `${SMTP_URL}?ignoreTLS=1`, MAIL_FROM: 'a@b.example' }, /ignoreTLS with another value/],
    [{ ...at, MAIL_FROM: 'comments' }, /MAIL_FROM is "comments"\. Use an address/],
    [{ ...at, MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, /MAIL_FROM is "a@b/],
  ] as const)
    it(`refuses mail settings with a remedy: ${JSON.stringify(env)}`, () => {
      assert.throws(
        () => readConfig(env, 8010),
        (error) =>
          error instanceof ConfigError &&
          message.test(error.message) &&
          !/password@|:password/.test(error.message.replace('user:password@mail.news.example', '')),
      );
    });
});

describe('the settings of a publisher', () => {
  const inForce = (env: Readonly<Record<string, string>>, rules = defaultRules): HouseRules =>
    rulesInForce({ config: readConfig(env, 8010), rules });

  it('prefers the settings of a publisher to the house rules', () => {
    const rules = {
      ...defaultRules,
      policy: { url: 'https://old.example/', body: { format: 'text', value: 'Be kind.' } },
      redress: { message: 'Write to us.', href: 'mailto:old@news.example' },
    } as const;
    const { policy, redress } = inForce({ POLICY_URL: 'https://news.example/policy', CONTACT: 'a@b.example' }, rules);
    assert.deepEqual(policy, { ...rules.policy, url: 'https://news.example/policy' });
    assert.deepEqual(redress, { message: 'Write to us.', href: 'mailto:a@b.example' });
  });

  it('accepts an email address and the address of a form as the contact', () => {
    for (const [value, href] of [
      ['editors@news.example', 'mailto:editors@news.example'],
      ['mailto:editors@news.example', 'mailto:editors@news.example'],
      ['https://news.example/contest', 'https://news.example/contest'],
    ] as const)
      assert.equal(inForce({ CONTACT: value }).redress.href, href);
  });

  it('has no policy, contact, word lists, rules for decisions or closing time by default', () => {
    const { policy, redress, words, decisions, closesAfterDays } = inForce({});
    assert.deepEqual([policy, redress.href, words], [{}, undefined, { held: [], forbidden: [] }]);
    assert.deepEqual([decisions.rules, closesAfterDays], [[], 0]);
  });

  for (const [env, message] of [
    [{ CONTACT: 'the editors' }, /CONTACT is "the editors"\. Use an email address/],
    [{ POLICY_URL: '/policy' }, /POLICY_URL is "\/policy"/],
    [{ POLICY_URL: 'https://user:password@news.example/' }, /^POLICY_URL has a user or a password in it/],
    [{ JWKS_URL: 'https://user:password@news.example/keys' }, /^JWKS_URL has a user or a password in it/],
    [{ DEMO_SIGN_IN: '1', HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0 lets other machines reach/],
    [{ METRICS_TOKEN: 'short' }, /METRICS_TOKEN needs at least 16/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud"\. Use one of: error, warn, info/],
  ] as const)
    it(`refuses publisher settings with a remedy: ${JSON.stringify(env)}`, () => {
      assert.throws(
        () => readConfig(env, 8010),
        (error) => error instanceof ConfigError && message.test(error.message),
      );
    });
});

describe('the settings of the sign-in', () => {
  it('allows no sign-in by default', () => {
    assert.deepEqual(read({}).identities, { kind: 'guests' });
    assert.deepEqual(read({ DEMO_SIGN_IN: '0', JWT_SECRET: '' }).identities, { kind: 'guests' });
  });

  it('accepts a shared secret or the address of public keys for the sign-in', () => {
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

  it('allows the sign-in without passwords only on this machine', () => {
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
    [{ JWKS_URL: 'news.example/keys' }, /^JWKS_URL is not a web address\. Use one like/],
    [{ JWKS_URL: 'http://news.example/keys' }, /^JWKS_URL begins with http:\. Use https/],
    [{ JWT_AUDIENCE: 'comments' }, /JWT_AUDIENCE needs JWT_SECRET or JWKS_URL/],
    [{ JWT_COOKIE: 'guest', JWT_SECRET: secret }, /JWT_COOKIE is "guest"\. Use another name/],
    [{ JWT_COOKIE: 'account', JWT_SECRET: secret }, /JWT_COOKIE is "account"\. Use another name/],
    [{ JWT_COOKIE: '__Host-guest', JWT_SECRET: secret }, /JWT_COOKIE is "__Host-guest"\. Use another name/],
    [{ JWT_COOKIE: 'a b', JWT_SECRET: secret }, /JWT_COOKIE is "a b"/],
    [{ TRUST_PROXY: '1' }, /TRUST_PROXY=1 needs PUBLIC_URL, such as https:\/\/news\.example/],
    [{ SIGN_IN_URL: '/login', JWT_SECRET: secret }, /SIGN_IN_URL is "\/login"/],
  ];
  for (const [env, message] of refusals)
    it(`refuses sign-in settings with a remedy: ${JSON.stringify(env)}`, () => {
      assert.throws(
        () => read(env),
        (error) => error instanceof ConfigError && message.test(error.message),
      );
    });

  it('allows other origins by default only on a development machine', () => {
    assert.equal(read({}).origins, 'localhost');
    assert.equal(read({ PUBLIC_URL: 'http://localhost:8000' }).origins, 'localhost');
    assert.deepEqual(read({ PUBLIC_URL: 'https://comments.example' }).origins, []);
    assert.deepEqual(read({ PUBLIC_URL: 'https://comments.example', ORIGINS: 'https://news.example' }).origins, [
      'https://news.example',
    ]);
  });

  it('explains sign-in settings with unexpected effects in the start notes', () => {
    const notes = (env: Readonly<Record<string, string>>): string =>
      startupNotes({ config: read(env), rules: defaultRules }).join('\n');
    assert.match(notes({}), /nobody can moderate/);
    assert.match(notes({ DEMO_SIGN_IN: '1' }), /anybody/);
    assert.match(notes({ JWT_SECRET: secret, PUBLIC_URL: 'https://news.example' }), /Set TRUST_PROXY/);
    const published = { JWT_SECRET: secret, PUBLIC_URL: 'https://news.example', TRUST_PROXY: '1' };
    assert.doesNotMatch(notes(published), /TRUST_PROXY/);
    assert.doesNotMatch(notes({ JWT_SECRET: 'x'.repeat(40) }), /xxx/);
  });
});
