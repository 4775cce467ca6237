/**
 * The file that a script tag names holds the code itself, so that no reader waits for a second file. Its lazy files need
 * parts of it, and may not import it: a page may load it as `article-comments.js?v=1` or through a redirect, and to a browser
 * `./article-comments.js` is then another module, which it would fetch and run once more. So the file leaves its parts at a
 * symbol of the page, where the lazy files take them; they run only after it, because it is what imports them. A second copy
 * of the same version finds them there, too, and hands on the first one's instead of running.
 */
import MagicString from 'magic-string';

const nameOf = (node) => (node.type === 'Literal' ? node.value : node.name);

/** The names that keep their values, so that a value handed on once stays true. */
function constantsIn(body) {
  const names = body.flatMap(({ type, kind, id, declarations }) => {
    if (type === 'VariableDeclaration') return kind === 'const' ? declarations.map((one) => one.id.name) : [];
    return /^(Class|Function)Declaration$/.test(type) ? [id.name] : [];
  });
  return new Set(names);
}

/**
 * The parts that the entry hands on, as `[name, local name]`: those that its module exports, then the others as they follow
 * each other in the code. They are left in a list, because names for them would be weight that does not compress.
 */
function partsOf(body, { publicNames, fail }) {
  const [exported, ...others] = body.filter(({ type }) => /^(Import|Export)/.test(type));
  if (exported?.type !== 'ExportNamedDeclaration' || exported.source || others.length > 0) fail('does more than export names of its own');
  const constants = [...constantsIn(body)];
  const rank = (name, local) => (publicNames.includes(name) ? publicNames.indexOf(name) - publicNames.length : constants.indexOf(local));
  const parts = exported.specifiers.map(({ local, exported: name }) => {
    if (!constants.includes(local.name)) fail(`exports ${local.name}, which is no constant`);
    return [nameOf(name), local.name];
  });
  return { exported, parts: parts.sort((one, other) => rank(...one) - rank(...other)) };
}

/** Runs the code of the entry once for a page, whatever addresses the page knows it by. */
function runOnce(code, { exported, parts }, { place, publicNames }) {
  const changed = new MagicString(code);
  changed.prepend(`export const [${publicNames.join(', ')}] = (${place} ??= (() => {\n`);
  changed.update(exported.start, exported.end, `return [${parts.map(([, local]) => local).join(', ')}];\n})());`);
  return changed;
}

/** Takes from the page what the code of a lazy file would import from the entry; `names`: of the entry's parts. */
function takeParts(code, body, { place, names, entry, fail }) {
  const changed = new MagicString(code);
  for (const node of body) {
    if (node.source?.value !== `./${entry}`) continue;
    if (node.type !== 'ImportDeclaration' || node.specifiers.some(({ type }) => type !== 'ImportSpecifier'))
      fail('takes more than names from the entry');
    const parts = node.specifiers
      .map(({ imported, local }) => [names.indexOf(nameOf(imported)), local.name])
      .sort(([one], [other]) => one - other)
      .map(([index, local]) => `${index}: ${local}`);
    // An import without names only has the entry fetched early.
    if (parts.length === 0) changed.remove(node.start, node.end);
    else changed.update(node.start, node.end, `const { ${parts.join(', ')} } = ${place};`);
  }
  return changed;
}

/** A plugin for the output with lazy files; it comes before what minifies. */
export function entryHoldsTheCode(version) {
  const place = `globalThis[Symbol.for(${JSON.stringify(`article-comments ${version}`)})]`;
  /** The names of the entry's parts, once its code has been looked at: rollup hands all chunks over at the same time. */
  let names;
  let tellNames;
  return {
    name: 'entry-holds-the-code',
    renderStart() {
      names = new Promise((resolve) => (tellNames = resolve));
    },
    async renderChunk(code, chunk, _options, { chunks }) {
      const { fileName: entry, facadeModuleId } = Object.values(chunks).find(({ isEntry }) => isEntry);
      if (!chunk.isEntry && !chunk.imports.includes(entry)) return null;
      const fail = (what) => this.error(`${chunk.fileName} ${what}; entry.config.mjs needs another look.`);
      const { body } = this.parse(code);
      const publicNames = this.getModuleInfo(facadeModuleId).exports;
      let changed;
      if (chunk.isEntry) {
        const found = partsOf(body, { publicNames, fail });
        tellNames(found.parts.map(([name]) => name));
        changed = runOnce(code, found, { place, publicNames });
      } else changed = takeParts(code, body, { place, names: await names, entry, fail });
      // What rollup and the budgets know of the file has to follow what it says now.
      if (chunk.isEntry) chunk.exports = publicNames;
      chunk.imports = chunk.imports.filter((name) => name !== entry);
      delete chunk.importedBindings[entry];
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const { fileName: entry } = chunks.find(({ isEntry }) => isEntry);
      for (const { code, fileName, dynamicImports } of chunks) {
        const imported = this.parse(code).body.some(({ source }) => source?.value === `./${entry}`);
        if (imported || dynamicImports.includes(entry)) this.error(`${fileName} imports ${entry}, which would run a second time.`);
      }
    },
  };
}

/**
 * Tells Chromium to compile the whole entry in the background while it arrives. Otherwise it skips most functions and compiles
 * each on the main thread when it is called, and a discussion calls nearly all of them as it is drawn. To other browsers
 * the line is a comment. This plugin comes after what minifies, because the line has to be the very first.
 */
export function compileWhileLoading() {
  return {
    name: 'compile-while-loading',
    renderChunk(code, { isEntry }) {
      if (!isEntry) return null;
      const changed = new MagicString(code).prepend('//# allFunctionsCalledOnLoad\n');
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
  };
}
