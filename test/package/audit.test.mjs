/** `npm run check:audit` against a registry that knows of nothing, of something, or does not answer, and the list of packages it is about. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');

const advisory = (severity) => ({
  id: 1,
  url: 'https://advisories.example/1',
  title: 'Markup survives the sanitiser',
  severity,
  vulnerable_versions: '<=99.0.0',
  cwe: ['CWE-79'],
  cvss: { score: 8, vectorString: null },
});

/** A repository like this one, but small, so that npm needs no time: the server runs `fastify` and with it `find-my-way`. */
const small = {
  'package.json': { name: 'small', version: '1.0.0', workspaces: ['server'], devDependencies: { prettier: '1.0.0' } },
  'server/package.json': { name: 'server', version: '1.0.0', dependencies: { fastify: '1.0.0' } },
  'package-lock.json': {
    name: 'small',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'small', version: '1.0.0', workspaces: ['server'], devDependencies: { prettier: '1.0.0' } },
      server: { version: '1.0.0', dependencies: { fastify: '1.0.0' } },
      'node_modules/fastify': { version: '1.0.0', dependencies: { 'find-my-way': '1.0.0' } },
      'node_modules/find-my-way': { version: '1.0.0' },
      'node_modules/prettier': { version: '1.0.0', dev: true },
      'node_modules/server': { resolved: 'server', link: true },
    },
  },
};

/** Where the audit is made: on a developer's machine, in a build, or in one that must have an answer. */
const places = { developer: {}, build: { CI: 'true' }, required: { CI: 'true', args: ['--required'] } };

describe('the audit of the dependencies', { timeout: 600_000 }, () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'audited-'));
    for (const [name, content] of Object.entries(small)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Runs the check with this registry, and without what npm remembers of another. */
  function audit(registry, { CI, args = [], cwd = folder, config = {} } = places.developer) {
    const cache = mkdtempSync(join(tmpdir(), 'audit-'));
    const env = { ...process.env, npm_config_registry: registry, npm_config_cache: cache };
    delete env.CI;
    if (CI) env.CI = CI;
    Object.assign(env, config);
    // Only the registry that never answers gets that far.
    env.npm_config_fetch_timeout = '5000';
    const ended = new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(root, 'scripts', 'audit-dependencies.mjs'), ...args],
        { cwd, env },
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
    return ended.finally(() => rmSync(cache, { recursive: true, force: true }));
  }

  /** Runs the check with a registry that answers audits in this way, and requests for a package with one version. */
  async function auditAnswered(answerAudit, place) {
    const asked = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      request.resume().on('end', () => {
        if (request.method === 'POST') return answerAudit(response);
        const name = decodeURIComponent(request.url.slice(1));
        const version = '1.0.0';
        sendJson(response, { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version } } });
      });
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return { ...(await audit(`http://127.0.0.1:${server.address().port}/`, place)), asked };
    } finally {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    }
  }

  const sendJson = (response, body) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  /** Runs the check with a registry that knows these advisories, by package. */
  const auditKnowing = (advisories, place) => auditAnswered((response) => sendJson(response, advisories), place);

  it('passes if the registry knows of nothing in all packages of this repository', async () => {
    const { code, stdout, asked } = await auditKnowing({}, { ...places.required, cwd: root });
    assert.equal(code, 0);
    assert.match(stdout, /No known vulnerability of severity high or above in the \d{3} packages that newspapers run/);
    assert.deepEqual(asked, ['POST /-/npm/v1/security/advisories/bulk']);
  });

  it('fails for a vulnerability of severity high in any package that newspapers run, and names package and cause', async () => {
    // Of the element, of the server directly and through another package, and of the import.
    const names = ['dompurify', 'fastify', '@fastify/proxy-addr', 'jose', 'kysely', 'pg-protocol', 'yauzl'];
    const known = Object.fromEntries(names.map((name) => [name, [advisory('high')]]));
    const { code, stderr } = await auditKnowing({ ...known, prettier: [advisory('low')] }, { cwd: root });
    assert.equal(code, 1);
    for (const name of names)
      assert.match(stderr, new RegExp(`^${name} .*\\(high\\): .*Markup survives the sanitiser`, 'm'));
    assert.doesNotMatch(stderr, /prettier/);
  });

  it('fails for a critical one in a package of the server alone', async () => {
    const { code, stderr } = await auditKnowing({ 'find-my-way': [advisory('critical')] }, places.build);
    assert.equal(code, 1);
    assert.match(stderr, /^find-my-way .*\(critical\): Markup survives/m);
  });

  it('passes for one of severity moderate, and reports it', async () => {
    const { code, stdout } = await auditKnowing({ fastify: [advisory('moderate')] }, places.required);
    assert.equal(code, 0);
    assert.match(stdout, /fastify .*\(moderate\): Markup survives the sanitiser/);
  });

  it('passes for a critical one in a package that only developers run, and reports it as such', async () => {
    const { code, stdout } = await auditKnowing({ prettier: [advisory('critical')] }, places.required);
    assert.equal(code, 0);
    assert.match(stdout, /No known vulnerability/);
    assert.match(stdout, /In development dependencies only.*\nprettier .*\(critical\): Markup survives/);
  });

  const sendText = (status, type, text) => (response) => response.writeHead(status, { 'content-type': type }).end(text);

  for (const [what, answer] of [
    ['an error', sendText(500, 'text/plain', 'Internal Server Error')],
    ['that nothing is there', sendText(404, 'application/json', '{"error":"not found"}')],
    ['that a sign-in is needed', sendText(401, 'application/json', '{}')],
    ['with a page of HTML', sendText(200, 'text/html', '<!doctype html><title>Proxy</title>')],
    ['with the beginning of JSON', sendText(200, 'application/json', '{"fastify":[{"id":1')],
    ['with nothing', sendText(200, 'application/json', '')],
    ['with other JSON', sendText(200, 'application/json', '{"message":"ok"}')],
    ['by closing the connection', (response) => response.destroy()],
    ['never', () => undefined],
  ])
    it(`fails in a build if the registry answers ${what}`, async () => {
      const { code, stdout, stderr } = await auditAnswered(answer, places.build);
      assert.equal(code, 1, stdout);
      assert.match(stderr, /COULD NOT ASK[^]*In a build, an audit must have an answer/);
      assert.doesNotMatch(stdout, /No known vulnerability/);
    });

  it('fails in a build, and passes loudly elsewhere, if no registry can be reached', async () => {
    // Nothing listens on the port for multiplexing TCP services.
    const unreachable = 'http://127.0.0.1:1/';
    const [developer, build] = [await audit(unreachable), await audit(unreachable, places.build)];
    assert.equal(developer.code, 0);
    assert.match(developer.stderr, /COULD NOT ASK[^]*127\.0\.0\.1:1/);
    assert.equal(build.code, 1);
    assert.match(build.stderr, /COULD NOT ASK[^]*127\.0\.0\.1:1/);
  });

  it('asks the registry although npm is set to work offline, where it would report nothing', async () => {
    const place = { ...places.build, config: { npm_config_offline: 'true' } };
    const { code, stderr } = await audit('http://127.0.0.1:1/', place);
    assert.equal(code, 1);
    assert.match(stderr, /COULD NOT ASK/);
  });

  it('counts as neither passed nor failed if the registry answers that it has no audits', async () => {
    const { code, stdout, stderr } = await auditAnswered(sendText(405, 'text/plain', ''), places.build);
    assert.equal(code, 0, stderr);
    assert.match(
      stderr,
      /NOT AUDITED: this registry says that it answers no audits\.\n405 Method Not Allowed - POST http/,
    );
    assert.match(stdout, /^0 passed, 0 failed, 0 skipped$/m);
    assert.doesNotMatch(stdout, /No known vulnerability/);
  });

  it('fails if an answer is required and the registry has no audits', async () => {
    const { code, stderr } = await auditAnswered(sendText(501, 'text/plain', ''), places.required);
    assert.equal(code, 1);
    assert.match(stderr, /NOT AUDITED[^]*501[^]*With --required, an audit must have an answer/);
  });
});
