/** The command `article-comments-server`, as an operator types it. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, describe, it } from 'node:test';
import { runImport } from '../src/http/transfer.js';

const command = join(import.meta.dirname, '..', 'src', 'command.ts');
const folder = mkdtempSync(join(tmpdir(), 'article-comments-command-'));
after(() => rmSync(folder, { recursive: true }));

type Environment = Readonly<Record<string, string>>;

/** The tests' own settings, such as that of the database, are not those of the server. */
const start = (args: readonly string[], env: Environment): ChildProcess =>
  spawn(process.execPath, ['--import', import.meta.resolve('tsx'), command, ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      TSX_TSCONFIG_PATH: join(import.meta.dirname, '..', '..', 'tsconfig.json'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: readonly string[], env: Environment = {}): Promise<Ended> {
  const child = start(args, env);
  const read = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (read[name] += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...read };
}

describe('the command article-comments-server', () => {
  const running: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of running.splice(0)) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
  });

  /** Starts the server. Returns the address that it prints, and what it says of its settings. */
  async function serve(env: Environment): Promise<{ child: ChildProcess; address: string; notes: () => string }> {
    const child = start([], { PORT: '0', ...env });
    running.push(child);
    let notes = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (notes += text));
    const ended = once(child, 'exit').then(([status]) => assert.fail(`It ended with ${status}: ${notes}`));
    const line = once(createInterface(child.stdout!), 'line') as Promise<[string]>;
    const [address] = await Promise.race([line, ended]);
    ended.catch(() => undefined);
    return { child, address, notes: () => notes };
  }

  it('says how it is used', async () => {
    const { status, stdout } = await run(['--help']);
    assert.equal(status, 0);
    for (const name of ['import', 'export', 'report', '--check', '--version', 'DATABASE_URL', 'DATA_DIR'])
      assert.ok(stdout.includes(name), name);
  });

  it('says its version', async () => {
    const manifest = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { readonly version: string };
    assert.deepEqual(await run(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('names what it does not know, and what to do', async () => {
    const { status, stderr } = await run(['serve']);
    assert.equal(status, 2);
    assert.match(stderr, /There is no command "serve"\. article-comments-server --help lists them\./);
  });

  it('has no report yet, and says so', async () => {
    assert.deepEqual(await run(['report']), { status: 0, stdout: 'This version reports nothing.\n', stderr: '' });
  });

  it('keeps its data in ./data, answers, has nothing of anybody in its answers, and ends at SIGTERM', async () => {
    const { child, address, notes } = await serve({});
    assert.ok(existsSync(join(folder, 'data', 'pglite')));
    assert.equal((await fetch(new URL('/health', address))).status, 200);
    const opened = await (await fetch(`${address}/discussion?discussion=first`)).text();
    assert.doesNotMatch(opened, /gazette|House rule|neighbour/i);
    assert.match(opened, /"policy":\{\}/);
    assert.match(notes(), /There is no comment policy\. Set POLICY_URL/);
    assert.match(notes(), /Set CONTACT/);
    const refusal = await fetch(new URL('/moderation', address), { redirect: 'manual' });
    assert.equal(refusal.status, 401);
    assert.match(await refusal.text(), /Set JWT_SECRET or JWKS_URL, and JWT_COOKIE/);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('says at /moderation which setting is missing', async () => {
    const settings = { JWT_SECRET: 'a secret of more than thirty-two bytes', DATA_DIR: join(folder, 'moderation') };
    for (const [env, message] of [
      [{}, /Set JWT_COOKIE to its name/],
      [{ JWT_COOKIE: 'token' }, /Set SIGN_IN_URL/],
    ] as const) {
      const { child, address } = await serve({ ...settings, ...env });
      const refusal = await fetch(new URL('/moderation', address), { redirect: 'manual' });
      assert.equal(refusal.status, 401);
      assert.match(await refusal.text(), message);
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
  });

  it('ends with the reason and the remedy where it cannot start', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    try {
      const { status, stderr } = await run([], { PORT: port, DATA_DIR: join(folder, 'port') });
      assert.equal(status, 1);
      assert.match(stderr, new RegExp(`Port ${port} is in use\\. Set PORT to a free one`));
    } finally {
      other.close();
    }
    const { status, stderr } = await run([], { RULES: 'none.json' });
    assert.equal(status, 1);
    assert.match(stderr, /^RULES is "none\.json", which cannot be read .*Correct the path\.\n$/);
  });

  it('shows the settings and rules in force without secrets, and starts nothing', async () => {
    writeFileSync(join(folder, 'rules.json'), JSON.stringify({ editMinutes: 5 }));
    const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
    const { status, stdout, stderr } = await run(['--check'], {
      RULES: 'rules.json',
      DATABASE_URL: 'postgres://comments:password@db.example:5432/comments?sslcert=password',
      JWT_SECRET: 'password that is longer than thirty-two bytes',
      SESSION_SECRET: 'password that is longer than thirty-two bytes',
      METRICS_TOKEN: 'password-of-the-metrics',
      SMTP_URL: ' smtps://password@mail.example?name=comments',
      PUBLIC_URL: 'https://comments.news.example',
      SIGN_IN_URL: 'https://news.example/sign-in?return={return}',
      MAIL_FROM: 'comments@news.example',
      WEBHOOK_URL: 'https://hooks.example/password',
      WEBHOOK_SECRET: secret,
      JUDGE_URL: 'https://judge.example/password',
      JUDGE_SECRET: secret,
      ORIGINS: 'https://news.example',
      POLICY_URL: 'https://news.example/policy',
      CONTACT: 'editors@news.example',
    });
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stdout + stderr, /password|whsec/);
    const { settings, rules } = JSON.parse(stdout) as {
      readonly settings: { readonly mail: object; readonly database: object; readonly outgoing: object };
      readonly rules: { readonly editMinutes: number; readonly policy: object; readonly redress: object };
    };
    assert.deepEqual(settings.database, {
      kind: 'postgres',
      url: 'postgres://***:***@db.example:5432/comments?sslcert=***',
    });
    assert.deepEqual(settings.mail, { url: 'smtps://***@mail.example?name=comments', from: 'comments@news.example' });
    assert.deepEqual(settings.outgoing, {
      policy: { allowsHttp: false, allowsPrivate: false },
      judge: 'https://judge.example',
      webhooks: ['https://hooks.example'],
    });
    assert.deepEqual([rules.editMinutes, rules.policy], [5, { url: 'https://news.example/policy' }]);
    assert.match(stdout, /sign-in\?return=\{return\}/);
    assert.match(stderr, /Set JWT_COOKIE/);
  });

  it('shows nothing in force if the server would not start', async () => {
    writeFileSync(join(folder, 'nobody.json'), JSON.stringify({ guests: 'none' }));
    const { status, stdout, stderr } = await run(['--check'], { RULES: 'nobody.json' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^Nobody can comment/);
  });

  it('names a file that is not JSON, and nothing of what is there', async () => {
    writeFileSync(join(folder, 'slip.json'), '{\n  "JWT_SECRET": topsecret }');
    const { status, stderr } = await run(['--check'], { SITES: 'slip.json' });
    assert.deepEqual([status, stderr], [2, 'slip.json is not JSON. Correct it there.\n']);
  });

  it('ends with the reason if the settings to show are wrong', async () => {
    const { status, stdout, stderr } = await run(['--check'], { PORT: 'eighty' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^PORT must be a whole number from 0 to 65535, not "eighty"\.\n$/);
  });
});

describe('the command article-comments-server import', () => {
  for (const [args, message] of [
    [['one.jsonl', 'two.jsonl'], /takes one file, and none of: two\.jsonl/],
    [['one.jsonl', '--to', '--site'], /--to needs one value/],
    [['one.jsonl', '--to='], /--to needs one value/],
    [['one.jsonl', '--to=a', '--to', 'b'], /--to needs one value, and comes once/],
  ] as const)
    it(`does nothing with ${args.join(' ')}`, () =>
      assert.rejects(runImport(['backup', ...args]), { name: 'ConfigError', message }));

  it('writes into the database that --to names, in both spellings', async () => {
    const file = join(folder, 'empty.jsonl');
    writeFileSync(file, '');
    for (const [name, spelling] of [
      ['joined', (to: string) => [`--to=${to}`]],
      ['apart', (to: string) => ['--to', to]],
    ] as const) {
      const to = join(folder, name);
      assert.equal(await runImport(['backup', file, ...spelling(to)]), 0);
      assert.ok(existsSync(join(to, 'pglite')));
    }
  });
});
