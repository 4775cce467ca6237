/** `npm run check:audit` against a registry that knows of nothing, of something, or does not answer. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const { version } = packages['node_modules/dompurify'];

const advisory = (severity) => ({
  id: 1,
  url: 'https://advisories.example/1',
  title: 'Markup survives the sanitiser',
  severity,
  vulnerable_versions: '<=99.0.0',
  cwe: ['CWE-79'],
  cvss: { score: 8, vectorString: null },
});

describe('the audit of the dependencies', { timeout: 600_000 }, () => {
  /** Runs the check with this registry, and without what npm remembers of another. */
  function audit(registry) {
    const cache = mkdtempSync(join(tmpdir(), 'audit-'));
    const env = { ...process.env, npm_config_registry: registry, npm_config_cache: cache };
    const ended = new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(root, 'scripts', 'audit-dependencies.mjs')],
        { cwd: root, env },
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
    return ended.finally(() => rmSync(cache, { recursive: true, force: true }));
  }

  /** Runs the check with a registry that knows these advisories, by package. */
  async function auditKnowing(advisories) {
    const asked = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const body = request.url.endsWith('/advisories/bulk')
        ? advisories
        : {
            name: 'dompurify',
            'dist-tags': { latest: version },
            versions: { [version]: { name: 'dompurify', version } },
          };
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return { ...(await audit(`http://127.0.0.1:${server.address().port}/`)), asked };
    } finally {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    }
  }

  it('passes if the registry knows of nothing', async () => {
    const { code, stdout, asked } = await auditKnowing({});
    assert.equal(code, 0);
    assert.match(stdout, /No known vulnerability/);
    assert.deepEqual(asked, ['POST /-/npm/v1/security/advisories/bulk']);
  });

  it('fails for a vulnerability of severity high, and names package and cause', async () => {
    const { code, stderr } = await auditKnowing({ dompurify: [advisory('high')] });
    assert.equal(code, 1);
    assert.match(stderr, /dompurify .*\(high\): Markup survives the sanitiser/);
  });

  it('passes for one of severity moderate, and reports it', async () => {
    const { code, stdout } = await auditKnowing({ dompurify: [advisory('moderate')] });
    assert.equal(code, 0);
    assert.match(stdout, /dompurify .*\(moderate\): Markup survives the sanitiser/);
  });

  it('passes loudly if the registry does not answer', async () => {
    // Nothing listens on the port for multiplexing TCP services.
    const { code, stderr } = await audit('http://127.0.0.1:1/');
    assert.equal(code, 0);
    assert.match(stderr, /COULD NOT ASK/);
    assert.match(stderr, /127\.0\.0\.1:1/);
  });
});
