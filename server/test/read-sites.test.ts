/** The file of SITES: what it may contain, and what is said about each mistake in it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ConfigError } from '../src/rules/config.js';
import { defaultRules } from '../src/rules/house-rules.js';
import { readSites, type ServerWithSites } from '../src/http/read-sites.js';
import { notesOfSites } from '../src/http/startup-notes.js';

const folder = mkdtempSync(join(tmpdir(), 'article-comments-sites-'));
const file = join(folder, 'sites.json');
after(() => rmSync(folder, { recursive: true }));

const [one, other] = ['the secret of the gazette, long enough', 'the secret of the herald, also long'];

function read(content: unknown, env: Readonly<Record<string, string>> = {}): ServerWithSites {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readSites({ ...env, SITES: file }, 8010);
}

/** A file with one site. */
const site = (settings: object, rules: object = {}): object => ({ gazette: { settings, rules } });

describe('the sites of a server', () => {
  it('serves one site without SITES', () => {
    for (const env of [{}, { SITES: '', RULES: '' }])
      assert.deepEqual(
        readSites(env, 8010).sites.map(({ id, path, rules }) => [id, path, rules]),
        [['', '', defaultRules]],
      );
  });

  it('reads the house rules of the only site from a file', () => {
    writeFileSync(file, JSON.stringify({ editMinutes: 5, words: { held: ['casino'], forbidden: [] } }));
    const { rules } = readSites({ RULES: file }, 8010).sites[0]!;
    assert.deepEqual(
      [rules.editMinutes, rules.words, rules.maxDepth],
      [5, { held: ['casino'], forbidden: [] }, defaultRules.maxDepth],
    );
  });

  for (const [content, message] of [
    ['{ "editMinutes": "5" }', /sites\.json › editMinutes is "5"\. It must be integer/],
    ['{ "words": [] }', /sites\.json › words is \[\]\. It must be object/],
    ['{ "minutes": 5 }', /sites\.json has no rule "minutes"\. Use one of: guests, /],
    ['editMinutes: 5', /sites\.json is not JSON/],
  ] as const)
    it(`refuses a file of house rules with a remedy: ${content}`, () => {
      writeFileSync(file, content);
      assert.throws(
        () => readSites({ RULES: file }, 8010),
        (error) => error instanceof ConfigError && message.test(error.message),
      );
    });

  it('refuses a file of house rules for several sites, and explains where they belong', () => {
    assert.throws(
      () => read(site({ JWT_SECRET: one }), { RULES: 'rules.json' }),
      (error) => error instanceof ConfigError && /Move them to the "rules" of a site/.test(error.message),
    );
  });

  it('gives each site a path, schema, settings and rules of its own, and shares those of the server', () => {
    const { config, sites } = read(
      {
        gazette: { name: 'The Gazette', settings: { JWT_SECRET: one, HOLD: 'guests' }, rules: { editMinutes: 5 } },
        'evening-herald': {
          schema: 'public',
          settings: { JWT_SECRET: other, RETENTION_DAYS: '7', PUBLIC_URL: 'https://herald.example' },
        },
      },
      { PORT: '9000', PUBLIC_URL: 'https://comments.example' },
    );
    assert.equal(config.port, 9000);
    assert.deepEqual(
      sites.map(({ id, name, path, schema }) => [id, name, path, schema]),
      [
        ['gazette', 'The Gazette', '/sites/gazette', 'site_gazette'],
        ['evening-herald', 'evening-herald', '/sites/evening-herald', 'public'],
      ],
    );
    assert.deepEqual(
      sites.map(({ config: { hold, retentionDays, publicUrl } }) => [hold, retentionDays, publicUrl]),
      [
        ['guests', 30, 'https://comments.example'],
        [undefined, 7, 'https://herald.example'],
      ],
    );
    assert.deepEqual(
      sites.map(({ rules }) => [rules.editMinutes, rules.maxDepth]),
      [
        [5, defaultRules.maxDepth],
        [defaultRules.editMinutes, defaultRules.maxDepth],
      ],
    );
  });

  it('reads the documented example of several sites', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'server', 'README.md'), 'utf8');
    const [, sample = ''] = /```text\n(\s*\{\s*"gazette"[^]*?)```/.exec(page) ?? [];
    const { sites } = read(sample);
    assert.deepEqual(
      sites.map(({ name, config: { hold }, rules }) => [name, hold, rules.editMinutes]),
      [
        ['The Gazette', 'guests', 30],
        ['The Herald', undefined, 15],
      ],
    );
    for (const { path } of sites) assert.match(path, /^\/sites\//);
    assert.ok(page.includes('/sites/gazette/api'));
  });

  it('cannot have the same public keys, however their address is written', () => {
    const settings = (JWKS_URL: string): object => ({ settings: { JWKS_URL } });
    const url = 'https://keys.example/~team/jwks';
    for (const same of [
      url,
      `${url}?`,
      `${url}#`,
      `${url}?#keys`,
      'https://KEYS.example/~team/jwks',
      'HTTPS://keys.example:443/~team/jwks',
      'https://keys.example./~team/jwks',
      'https://keys.example/other/../~team/./jwks',
      'https://keys.example/%7Eteam/jwk%73',
      'https://keys.example/~team/%2e/jwks',
      'https:\\\\keys.example\\~team\\jwks',
      ' https://keys.example/~team/jwks ',
    ])
      assert.throws(
        () => read({ gazette: settings(url), herald: settings(same) }),
        { name: 'ConfigError', message: /"gazette" and "herald" accept the same tokens/ },
        same,
      );
    for (const other of [
      `${url}/`,
      `${url}?site=herald`,
      'https://keys.example:8443/~team/jwks',
      'https://keys.example/~Team/jwks',
    ])
      assert.equal(read({ gazette: settings(url), herald: settings(other) }).sites.length, 2, other);
  });

  it('notes at start that sites share an origin, which browsers do not divide', () => {
    const settings = (JWT_SECRET: string, PUBLIC_URL?: string): object => ({
      settings: { JWT_SECRET, REQUIRE_REASONS: '1', ...(PUBLIC_URL !== undefined && { PUBLIC_URL }) },
    });
    const env = { PUBLIC_URL: 'https://comments.example', TRUST_PROXY: '1' };
    const notesOf = (sites: object): readonly string[] =>
      notesOfSites(read(sites, env)).filter((note) => note.includes('PUBLIC_URL'));
    assert.deepEqual(notesOf({ gazette: settings(one), herald: settings(other) }), [
      'gazette, herald: PUBLIC_URL is https://comments.example for all of them, and a browser keeps only origins apart. Set a PUBLIC_URL of its own for each site, unless the same people moderate them.',
    ]);
    const apart = { gazette: settings(one), herald: settings(other, 'https://comments.herald.example') };
    assert.deepEqual(notesOf(apart), []);
  });

  it('may share a secret or public keys, with different audiences', () => {
    const settings = (name: string): object => ({ settings: { JWT_SECRET: one, JWT_AUDIENCE: name } });
    assert.equal(read({ gazette: settings('gazette'), herald: settings('herald') }).sites.length, 2);
  });

  it('may be behind a proxy, if each has its address', () => {
    const settings = (PUBLIC_URL: string): object => ({ settings: { PUBLIC_URL } });
    const sites = { gazette: settings('https://gazette.example'), herald: settings('https://herald.example') };
    const { config } = read(sites, { TRUST_PROXY: '1' });
    assert.deepEqual([config.proxies, config.publicUrl], [1, undefined]);
    assert.throws(() => read({ ...sites, third: {} }, { TRUST_PROXY: '1' }), /third: TRUST_PROXY=1 needs PUBLIC_URL/);
  });

  it('sends mails from the sender of a site, or from that of the server', () => {
    const settings = { JWT_SECRET: one, MAIL_FROM: 'gazette@news.example' };
    const env = {
      ...{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'comments@news.example' },
      PUBLIC_URL: 'https://comments.news.example',
    };
    const { config, sites } = read({ gazette: { settings }, herald: {} }, env);
    assert.deepEqual(
      [config.mail, ...sites.map((site) => site.config.mail?.from)],
      [undefined, 'gazette@news.example', 'comments@news.example'],
    );
  });

  it('names the sites that a start note is about', () => {
    const notesOf = (sites: object): readonly string[] =>
      notesOfSites(read(sites)).filter((note) => /Nobody can sign in|Mails to/.test(note));
    const settings = { JWT_SECRET: one };
    assert.deepEqual(
      notesOf({ gazette: { settings }, herald: {} }).map((note) => note.slice(0, 27)),
      ['Mails to the senders of not', 'herald: Nobody can sign in,'],
    );
    assert.deepEqual(
      notesOf({ gazette: {}, herald: {} }).map((note) => note.slice(0, 18)),
      ['Nobody can sign in', 'Mails to the sende'],
    );
  });

  it('can have every setting of a server with one site, and every one of them is of a site or of the server', () => {
    const source = readFileSync(join(import.meta.dirname, '..', 'src', 'rules', 'config.ts'), 'utf8');
    const names = new Set(source.match(/\b(?=\w*_)[A-Z]+(?:_[A-Z]+)+\b|(?<=env\[')\w+/g));
    assert.ok(names.size > 8);
    for (const name of names) {
      if (name === 'DEMO_SIGN_IN') continue;
      assert.throws(() => read(site({ [name]: 1 })), /is not text|which all sites share/, name);
    }
  });

  const same = { settings: { JWT_SECRET: one } };
  const mistakes: readonly (readonly [content: unknown, message: RegExp])[] = [
    ['{', /sites\.json is not JSON, from line 1 on\. Correct it there\./],
    ['[]', /sites\.json has to be an object/],
    ['{}', /has no site\. Add one/],
    [{ 'The Gazette': {} }, /has a site "The Gazette"\. Use up to 40 lower-case letters/],
    [{ gazette: 'x' }, /› gazette has to be an object/],
    [{ gazette: { title: 'x' } }, /› gazette has no setting "title"\. Use one of: name, schema, settings, rules/],
    [{ gazette: { name: '' } }, /› gazette › name is ""\. Use the name/],
    [{ gazette: { schema: 'pg_catalog' } }, /› gazette › schema is "pg_catalog"\. Use the name of a PostgreSQL schema/],
    [{ gazette: { schema: 'a"; drop' } }, /› gazette › schema is "a\\"; drop"/],
    [site({ JWT_SECERT: one }), /› settings has no setting "JWT_SECERT"\. Use one of: .*ORIGINS, .*JWT_SECRET/],
    [site({ PORT: '80' }), /› settings has PORT, which all sites share\. Set it in the environment/],
    [site({ DEMO_SIGN_IN: '1' }), /› settings has no setting "DEMO_SIGN_IN"/],
    [site({ RETENTION_DAYS: 30 }), /› settings › RETENTION_DAYS is not text\. Put the value into quotation marks/],
    [site({ JWT_SECRET: 'short' }), /› gazette: JWT_SECRET has 5 bytes and needs at least 32/],
    [site({ HOLD: 'all' }), /› gazette: HOLD is "all"\. Use one of/],
    [site({}, { editMinuts: 5 }), /› rules has no rule "editMinuts"\. Use one of: .*editMinutes/],
    [
      site({}, { editMinutes: -1 }),
      /› rules › editMinutes is -1\. It must be >= 0\. The README of article-comments-server lists the rules/,
    ],
    [
      site({}, { guests: 'maybe' }),
      /› guests is "maybe"\. It must be equal to one of the allowed values: allowed, held, none/,
    ],
    [
      site({}, { words: { held: ['Casino'], forbidden: [] } }),
      /› words › held › 0 is "Casino"\. It must match pattern/,
    ],
    [site({}, { words: { held: [] } }), /› words is \{"held":\[\]\}\. It must have required property 'forbidden'/],
    [site({}, { policy: { url: 'house-rules' } }), /› policy › url is "house-rules"/],
    [site({}, { requestsPerMinute: 1 }), /has no rule "requestsPerMinute"/],
    [{ gazette: same, herald: same }, /"gazette" and "herald" accept the same tokens: .+ Give each its own JWT_SECRET/],
    [
      {
        gazette: { settings: { JWKS_URL: 'https://id.example/keys', JWT_AUDIENCE: 'all' } },
        herald: { settings: { JWKS_URL: 'https://id.example/keys', JWT_AUDIENCE: 'all' } },
      },
      /accept the same tokens/,
    ],
    [{ gazette: { schema: 'x' }, herald: { schema: 'x' } }, /"gazette" and "herald" have the schema "x"\. Give each/],
    [
      { gazette: { settings: { KEY_SECRET: one } }, herald: { settings: { KEY_SECRET: one } } },
      /"gazette" and "herald" have the same KEY_SECRET\. Give each/,
    ],
  ];
  for (const [content, message] of mistakes)
    it(`refuses a file of sites with ${JSON.stringify(content).slice(0, 90)}`, () =>
      assert.throws(
        () => read(content),
        (error) => error instanceof ConfigError && message.test(error.message) && !error.message.includes(one ?? ''),
      ));

  it('refuses site settings in the environment, the demo sign-in and a missing file of sites', () => {
    assert.throws(
      () => read(site({}), { JWT_SECRET: one ?? '' }),
      /JWT_SECRET is a setting of one site\. Move it to the "settings"/,
    );
    assert.throws(() => read(site({}), { DEMO_SIGN_IN: '1' }), /DEMO_SIGN_IN=1 lets everyone moderate all sites/);
    assert.throws(
      () => readSites({ SITES: join(folder, 'none.json') }, 0),
      /SITES is ".*none\.json", which cannot be read/,
    );
  });
});
