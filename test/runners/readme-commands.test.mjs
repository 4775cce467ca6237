/** What `.ci/run` reports about the README's commands, in a planted repository. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { commandsIn } from '../../scripts/run-readme-commands.mjs';

const root = join(import.meta.dirname, '..', '..');

const readme = (...lines) => `# A package\n\n## Commands\n\n\`\`\`sh\n${lines.join('\n')}\n\`\`\`\n\n## Licence\n`;
const CLONE = 'git clone https://github.com/OWNER/article-comments.git && cd article-comments';

/** Listens on the port of the environment, and ends at Ctrl+C. */
const server = (status) => `
  import { createServer } from 'node:http';
  const server = createServer((request, response) => response.writeHead(${status}).end());
  server.listen(process.env.PORT, () => console.log(\`http://localhost:\${process.env.PORT}/demo/\`));
  process.on('SIGINT', () => process.exit(0));`;

const tests = `
  import { writeFileSync } from 'node:fs';
  writeFileSync(process.env.TEST_COUNT_FILE, '4 0 0\\n');`;

const working = {
  'README.md': readme(CLONE, 'npm start   # serves', 'npm test', 'npm run bench'),
  'package.json': JSON.stringify({
    type: 'module',
    scripts: { start: 'node serve.mjs', test: 'node test.mjs', bench: 'node bench.mjs' },
  }),
  'serve.mjs': server(200),
  'test.mjs': tests,
  'bench.mjs': '',
};

/** @param {Readonly<Record<string, string>>} files In place of what works. */
async function execute(files) {
  const folder = mkdtempSync(join(tmpdir(), 'readme-commands-'));
  const repository = join(folder, 'repository');
  try {
    for (const path of ['repository/test/support', 'repository/scripts', 'empty'])
      mkdirSync(join(folder, path), { recursive: true });
    for (const path of ['scripts/run-readme-commands.mjs', 'test/support/counts.mjs'])
      cpSync(join(root, path), join(repository, path));
    for (const [name, text] of Object.entries({ ...working, ...files })) writeFileSync(join(repository, name), text);
    const git = (...args) =>
      execFileSync(
        'git',
        ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
        {
          cwd: repository,
          stdio: 'pipe',
        },
      );
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'Planted');
    const env = { ...process.env, TEST_COUNT_FILE: join(folder, 'count') };
    const args = [join(repository, 'scripts', 'run-readme-commands.mjs'), join(folder, 'empty')];
    const status = await new Promise((resolve) =>
      execFile(process.execPath, args, { env }, (error) => resolve(error?.code ?? 0)),
    );
    const count = join(folder, 'count');
    return { status, count: existsSync(count) ? readFileSync(count, 'utf8') : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the execution of the README', () => {
  it('counts each command, and the tests that npm test has run', async () => {
    assert.deepEqual(await execute({}), { status: 0, count: '8 0 0\n' });
  });

  for (const [what, files, count] of [
    [
      'a command that fails',
      { 'bench.mjs': 'process.exitCode = 3;' },
      '7 1 0\nFailed: README.md: npm run bench (ended with 3)\n',
    ],
    [
      'a script that names a missing file',
      { 'package.json': working['package.json'].replace('node serve.mjs', 'node srve.mjs') },
      /^1 1 0\nFailed: README\.md: npm start \(ended with 1 before it printed an address with port \d+\)\n$/,
    ],
    [
      'a script that does not exist',
      { 'README.md': readme(CLONE, 'npm run bnech') },
      '1 1 0\nFailed: README.md: npm run bnech (ended with 1)\n',
    ],
    [
      'a server that ends before it prints its address',
      { 'serve.mjs': "console.log('http://localhost/');" },
      /npm start \(ended with 0 before it printed an address with port \d+\)/,
    ],
    [
      'a server that answers with an error',
      { 'serve.mjs': server(500) },
      /npm start \(prints http:\/\/localhost:\d+\/demo\/, which answers with status 500\)/,
    ],
    [
      'an address at which no server answers',
      {
        'serve.mjs':
          "console.log(`http://localhost:${process.env.PORT}/`); setInterval(() => {}, 1000); process.on('SIGINT', () => process.exit(0));",
      },
      /npm start \(prints http:\/\/localhost:\d+\/, which does not answer: /,
    ],
    ['tests that are silent', { 'test.mjs': '' }, '2 1 0\nFailed: README.md: npm test (passed no test)\n'],
  ])
    it(`fails for ${what}`, async () => {
      const found = await execute(files);
      assert.equal(found.status, 1);
      if (typeof count === 'string') assert.equal(found.count, count);
      else assert.match(found.count, count);
    });

  it('is refused without commands', () =>
    assert.throws(() => commandsIn('# A package\n'), /README\.md has no commands/));

  it('is refused if the first command clones nothing', async () => {
    assert.deepEqual(await execute({ 'README.md': readme('npm test') }), { status: 1, count: undefined });
  });
});
