import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { dropOptions, specialise } from '../../sanitiser.config.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('dompurify'));
const published = readFileSync(join(folder, 'purify.es.mjs'), 'utf8');

describe('the sanitiser of the script-tag build', () => {
  it('refuses another version of DOMPurify', () => {
    const other = published.replace(/DOMPurify\.version = "[^"]+"/, 'DOMPurify.version = "9.9.9"');
    assert.throws(() => specialise(other), /DOMPurify\.version = .*needs another look/s);
  });

  it('refuses code in which a piece is missing or stands twice', () => {
    const piece = 'if (FORBID_ATTR[lcName]) return false;';
    assert.doesNotThrow(() => specialise(published));
    assert.throws(() => specialise(published.replace(piece, '')), /does not say exactly once: if \(FORBID_ATTR/);
    assert.throws(() => specialise(published.replace(piece, piece + piece)), /does not say exactly once: if \(FORBID_ATTR/);
  });

  it('assigns to none of the settings that it makes constant', () => {
    const code = specialise(published).toString();
    const constants = [...code.matchAll(/^\tconst ([A-Z_]+(?:\$1)?) = /gm)].map(([, name]) => name);
    assert.ok(constants.includes('SAFE_FOR_XML') && constants.includes('FORBID_CONTENTS'));
    for (const name of constants) assert.equal(code.split(new RegExp(`(?<![\\w$.])${name.replace('$', '\\$')} = `)).length, 2, name);
  });
});

describe('the options of the script-tag build', () => {
  const options = "ALLOWED_TAGS: ['p'], ALLOWED_ATTR: [], ALLOW_ARIA_ATTR: false, ALLOW_DATA_ATTR: false, FORCE_BODY: true";
  const build = (stated) => {
    const code = `const allowed = { ${stated} };\nsanitize(html, { ...allowed, TRUSTED_TYPES_POLICY: policy });\n`;
    return dropOptions(code, parseAst(code)).toString();
  };

  it('are taken out where they are the ones that are built in', () => {
    assert.match(build(`${options}, RETURN_DOM_FRAGMENT: true`), /^const allowed = \{ ALLOWED_TAGS: \['p'\], ALLOWED_ATTR: \[\]\};\n/);
  });

  it('are refused where they are others', () => {
    const others = [
      options,
      `${options}, RETURN_DOM_FRAGMENT: false`,
      `${options}, RETURN_DOM_FRAGMENT: true, ADD_ATTR: ['title']`,
      `...others, ${options}, RETURN_DOM_FRAGMENT: true`,
    ];
    for (const stated of others) assert.throws(() => build(stated), /calls DOMPurify with other options/);
  });
});
