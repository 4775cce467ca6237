/** What `docs/architecture.md` and `CONTRIBUTING.md` name of the source: a rename without them would make them wrong. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');
const read = (file) => readFileSync(join(root, file), 'utf8');

/** Folders that the repository's own files are not in. */
const OTHERS = /^(node_modules|\.git|dist|coverage|ci-results)$/;

/** All files and folders of the repository, by their path relative to it. */
function pathsIn(folder = '.') {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (OTHERS.test(entry.name)) return [];
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? [path, ...pathsIn(path)] : [path];
  });
}

const paths = pathsIn();
const modules = paths.filter((path) => /^(src|server\/src|import\/src|server\/test)\/.*\.ts$/.test(path));

/** The names that a module declares: of functions, classes, types and constants, and of the members of the last three as `Type.member`. */
function declaredIn(path) {
  const names = [];
  const visit = (node, owner) => {
    const name = node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
    if (name) names.push(name, ...(owner ? [`${owner}.${name}`] : []));
    ts.forEachChild(node, (child) => visit(child, name && !ts.isFunctionLike(node) ? name : owner));
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest));
  return names;
}

const declared = new Set(modules.flatMap(declaredIn));
const owners = [...declared].filter((name) => name.includes('.')).map((name) => name.split('.'));
const source = modules.map(read).join('\n');

/** Whether `store.open` names a member of a type whose name ends with `Store`. */
const isMember = (object, member) =>
  owners.some(([owner, name]) => name === member && owner.toLowerCase().endsWith(object.toLowerCase()));

/** A pattern with `*` and `{a,b}`, or a path, which may be shortened at its beginning. */
function isPath(pattern) {
  const escaped = pattern.replace(/\/$/, '').replaceAll(/[.+()[\]]/g, '\\$&');
  const expression = escaped
    .replaceAll('*', '[^/]+')
    .replaceAll('<name>', '[^/]+')
    .replaceAll(/\{([^}]+)\}/g, (_, choices) => `(${choices.replaceAll(',', '|')})`);
  const named = new RegExp(`(^|/)${expression}$`);
  return paths.some((path) => named.test(path));
}

/** Why what stands in backquotes is wrong. Undefined if it is right, or names nothing of the source. */
function mistakeIn(code) {
  if (/^[\w.{},*<>-][\w.{},*<>/-]*(\/|\.(ts|mjs|md|yml|html|yaml))$/.test(code))
    return isPath(code) || code.startsWith('dist/') ? undefined : 'no such path';
  const call = /^(?:([A-Za-z]\w*)\.)?([a-z]\w*)\((.*)\)$/s.exec(code);
  if (call) {
    const [, object, name] = call;
    const isKnown = object ? isMember(object, name) : declared.has(name);
    return isKnown ? undefined : 'nothing of that name is declared';
  }
  const member = /^([A-Za-z]\w*)\.(?!js)([a-z]\w*)$/.exec(code);
  if (member) return isMember(member[1], member[2]) ? undefined : 'no such member';
  // A type has a lower-case letter: `OWNER` is a placeholder.
  if (/^[A-Z]\w*[a-z]\w*$/.test(code)) return declared.has(code) || code in globalThis ? undefined : 'no such type';
  // A line of a table, such as `vote: 'voting'`.
  if (/^'?[\w-]+'?: '[\w-]+'$/.test(code)) return source.includes(code) ? undefined : 'no such line';
  return undefined;
}

/** What stands in backquotes, outside samples. */
const codeIn = (text) =>
  [...text.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);

describe('the guides to the source', () => {
  for (const guide of ['docs/architecture.md', 'CONTRIBUTING.md'])
    it(`names only paths, functions, types and members that exist, in ${basename(guide)}`, () => {
      const named = [...new Set(codeIn(read(guide)))];
      assert.ok(named.length > 50);
      const mistakes = named.map((code) => [code, mistakeIn(code)]).filter(([, mistake]) => mistake);
      assert.deepEqual(mistakes, []);
    });

  for (const [code, mistake] of [
    ['src/elements/no-such-feature/index.ts', 'no such path'],
    ['elements/{voting,no-such}/*.mjs', 'no such path'],
    ['keepNoReader()', 'nothing of that name is declared'],
    ['section.noSuchMember()', 'nothing of that name is declared'],
    ['DiscussionStore.noSuchMember', 'no such member'],
    ['NoSuchType', 'no such type'],
    ["vote: 'no-such-file'", 'no such line'],
  ])
    it(`notices a wrong name: ${code}`, () => assert.equal(mistakeIn(code), mistake));
});
