/** The image of the server: what `server/Dockerfile` and `server/compose.yaml` say, and their steps without Docker. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { parseDocument } from 'yaml';

const root = join(import.meta.dirname, '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');

describe('server/Dockerfile', () => {
  const text = read('server/Dockerfile');
  const instructions = DockerfileParser.parse(text).getInstructions();
  const last = (keyword) => instructions.filter((instruction) => instruction.getKeyword() === keyword).at(-1);

  it('is valid', () => {
    assert.deepEqual(
      validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`),
      [],
    );
  });

  it('runs on Node 24, as a user without rights, in the form that gets the signal to stop', () => {
    assert.match(last('FROM').getArgumentsContent(), /^node:24-/);
    assert.equal(last('USER').getArgumentsContent(), 'node');
    assert.deepEqual(JSON.parse(last('CMD').getArgumentsContent()), [
      'node',
      'node_modules/article-comments-server/dist/command.js',
    ]);
  });

  it('keeps data in a volume, and writes nowhere else', () => {
    assert.equal(last('VOLUME').getArgumentsContent(), '/data');
    assert.match(last('ENV').getArgumentsContent(), /\bDATA_DIR=\/data\b/);
  });

  it('asks the server for its health', () => {
    assert.match(last('HEALTHCHECK').getArgumentsContent(), /\/health/);
  });
});

describe('server/compose.yaml', () => {
  const document = parseDocument(read('server/compose.yaml'), { strict: true, uniqueKeys: true });
  const { services, volumes } = document.toJS();

  it('is YAML, without warnings', () => assert.deepEqual([document.errors, document.warnings], [[], []]));

  it('has the server, a database and a mail catcher, and each that another one needs', () => {
    assert.deepEqual(Object.keys(services), ['server', 'database', 'mail']);
    for (const { depends_on: needed = {}, volumes: mounts = [] } of Object.values(services)) {
      for (const name of Object.keys(needed)) assert.ok(services[name], name);
      for (const mount of mounts) assert.ok(mount.split(':')[0] in volumes, mount);
    }
    assert.equal(services.server.depends_on.database.condition, 'service_healthy');
    assert.ok(services.database.healthcheck.test.length > 0);
  });

  it('gives the server no right that it does not need, and opens its ports for this machine only', () => {
    const { server } = services;
    assert.deepEqual([server.read_only, server.cap_drop], [true, ['ALL']]);
    for (const { ports = [] } of Object.values(services))
      for (const port of ports) assert.match(port, /^127\.0\.0\.1:/);
  });

  it('names settings that the server has', async () => {
    const { environment } = services.server;
    const source = read('server/src/rules/config.ts');
    for (const name of Object.keys(environment)) assert.match(source, new RegExp(`\\b${name}\\b`));
  });
});

/** Who runs the steps: where the tests have rights, somebody who has none. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

describe('the steps of server/Dockerfile', () => {
  let folder;
  let env;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'server-image-'));
    chmodSync(folder, 0o755);
    env = { PATH: process.env.PATH, HOME: folder, npm_config_cache: join(folder, '.npm') };
    execFileSync(
      'npm',
      ['pack', '--workspace', 'import', '--workspace', 'server', '--ignore-scripts', '--pack-destination', folder],
      { cwd: root, stdio: 'pipe' },
    );
    if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid);
    const archives = readdirSync(folder)
      .filter((name) => name.endsWith('.tgz'))
      .map((name) => `./${name}`);
    assert.equal(archives.length, 2);
    const args = ['install', '--omit=dev', '--no-audit', '--no-fund', ...archives];
    execFileSync('npm', args, { cwd: folder, env, stdio: 'pipe', ...nobody });
  });
  after(() => rmSync(folder, { recursive: true }));

  it('installs both commands with their licence, and no package of the development', () => {
    const run = (name) =>
      execFileSync(join(folder, 'node_modules', '.bin', name), ['--version'], { env, encoding: 'utf8', ...nobody });
    const { version } = JSON.parse(read('package.json'));
    assert.equal(run('article-comments-server'), `${version}\n`);
    assert.equal(run('article-comments-import'), `${version}\n`);
    const installed = readdirSync(join(folder, 'node_modules'));
    for (const name of ['article-comments-server', 'article-comments-import'])
      assert.equal(readFileSync(join(folder, 'node_modules', name, 'LICENSE'), 'utf8'), read('LICENSE'), name);
    for (const name of ['article-comments', 'tsx', 'typescript', 'lit', 'smtp-server'])
      assert.ok(!installed.includes(name), name);
  });

  it('starts a server that reports its health, keeps its data private, and stops on SIGTERM', async () => {
    const command = join(folder, 'node_modules', 'article-comments-server', 'dist', 'command.js');
    const server = spawn(process.execPath, [command], {
      cwd: folder,
      env: { ...env, PORT: '0', DATA_DIR: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...nobody,
    });
    try {
      let notes = '';
      server.stderr.setEncoding('utf8').on('data', (text) => (notes += text));
      const ended = once(server, 'exit').then(([status]) => assert.fail(`It ended with ${status}: ${notes}`));
      const [address] = await Promise.race([once(createInterface(server.stdout), 'line'), ended]);
      ended.catch(() => undefined);
      const health = await fetch(new URL('/health', address));
      assert.equal(health.status, 200);
      assert.equal((await health.json()).status, 'ok');
      const opened = await fetch(`${address}/discussion?discussion=first`);
      assert.equal(opened.status, 200);
      assert.equal(statSync(join(folder, 'data')).mode & 0o077, 0);
      server.kill('SIGTERM');
      assert.deepEqual(await once(server, 'exit'), [0, null]);
    } finally {
      server.kill('SIGKILL');
    }
  });
});
