/**
 * Says what keeps a version from being published: `node scripts/check-release.mjs v1.0.0 owner/repository`, with the tag and the
 * repository that the workflow runs in. Reads the files of the current folder.
 */
import { readFileSync } from 'node:fs';

const [tag, workflowRepository] = process.argv.slice(2);
if (!tag || !workflowRepository) {
  console.error('Usage: node scripts/check-release.mjs <tag> <owner/repository>');
  process.exit(2);
}

const { version, repository, homepage, bugs } = JSON.parse(readFileSync('package.json', 'utf8'));
const problems = [];

if (tag !== `v${version}`)
  problems.push(`The tag is ${tag}, and the version in package.json is ${version}. Tag v${version}, or change it.`);

for (const [field, address] of Object.entries({ repository: repository.url, homepage, bugs: bugs.url })) {
  if (!address.includes(`github.com/${workflowRepository}`))
    problems.push(`package.json: ${field} is ${address}. Replace it by the address of ${workflowRepository}.`);
}

if (readFileSync('README.md', 'utf8').includes('github.com/OWNER/'))
  problems.push(
    `README.md: the address to clone is a placeholder. Replace OWNER by the owner of ${workflowRepository}.`,
  );

if (/@[\w.-]+\.example\b/.test(readFileSync('SECURITY.md', 'utf8')))
  problems.push('SECURITY.md: the contact is a placeholder. Replace it by an address that somebody reads.');

const heading = readFileSync('CHANGELOG.md', 'utf8').match(/^## \[.*$/m)?.[0] ?? 'missing';
if (!heading.startsWith(`## [${version}] - 2`))
  problems.push(`CHANGELOG.md: the first heading is "${heading}". Write "## [${version}] - " and the date.`);

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`${tag} of ${workflowRepository} can be published.`);
