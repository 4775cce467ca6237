/**
 * Who may import whom in `src/`. The layers keep the parts usable alone: a store without elements, an adapter without a
 * page, elements without a backend.
 */
import { posix } from 'node:path';
import ts from 'typescript';

/** What a layer may import: own folders and packages; `types` are folders from which it may take types only. */
const layers = {
  model: { folders: ['model'] },
  // An adapter, or a locale, is one file and perhaps a folder of the same name; `unitOf` lets that in.
  // What is a URL in a text is the same for who posts it and for who reads it.
  adapters: { folders: ['model', 'adapters/shared', 'content/find-urls.ts'] },
  conformance: { folders: ['conformance', 'model'] },
  content: { folders: ['content'], types: ['model'], packages: ['dompurify', 'lit'] },
  i18n: { folders: ['i18n'] },
  locales: { folders: ['i18n/plural.ts'], types: ['i18n/messages.ts'] },
  styles: { folders: ['styles'], packages: ['lit'] },
  // What a section says and offers, whether a browser draws it or a server writes it out.
  presentation: { folders: ['presentation', 'model', 'i18n'] },
  // No DOM and no lit: it runs in Node, Deno and workers.
  server: {
    folders: ['server', 'presentation', 'model', 'content', 'i18n', 'locales/en.ts'],
    packages: ['hast', 'hast-util-from-html', 'hast-util-sanitize', 'hast-util-to-html'],
  },
  // The types of elements, handed to the frameworks.
  'template-types': {
    folders: ['template-types'],
    types: ['elements'],
    packages: ['lit', 'preact', 'react', 'solid-js', 'svelte', 'vue'],
  },
  elements: {
    folders: ['elements', 'presentation', 'model', 'content', 'i18n', 'styles', 'locales/en.ts'],
    packages: ['lit'],
  },
};

/** The imports of a file, static, dynamic and re-exported: `{ from, typeOnly }`. */
export function importsOf(source) {
  const imports = [];
  const add = (literal, typeOnly) => {
    if (literal && ts.isStringLiteralLike(literal)) imports.push({ from: literal.text, typeOnly });
  };
  const isTypeOnly = (clause, bindings) =>
    Boolean(clause?.isTypeOnly) ||
    (!clause?.name && Boolean(bindings?.elements?.length) && bindings.elements.every((one) => one.isTypeOnly));
  const visit = (node) => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, isTypeOnly(node.importClause, node.importClause?.namedBindings));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node, node.exportClause));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest));
  return imports;
}

const lies = (path, places = []) => places.some((place) => path === place || path.startsWith(`${place}/`));
const isPackage = (from, packages = []) => packages.some((name) => from === name || from.startsWith(`${name}/`));

/** `adapters/memory.ts` and `adapters/memory/clock.ts` belong together. */
const unitOf = (path) => /^(adapters|locales)\/[^/.]+/.exec(path)?.[0];

function isAllowed(path, { from, typeOnly }) {
  const [top] = path.split('/');
  const isEntry = !path.includes('/');
  if (!from.startsWith('.')) return isEntry || isPackage(from, layers[top]?.packages);

  const target = posix.join(posix.dirname(path), from).replace(/\.js$/, '.ts');
  if (target.startsWith('..')) return false;
  // The script-tag build is the other two entries and more, and React's components need the tags; otherwise nobody imports an entry.
  if (!target.includes('/'))
    return (
      (path === 'cdn.ts' && ['cdn-locales.ts', 'define.ts', 'index.ts'].includes(target)) ||
      (path === 'react.ts' && target === 'define.ts')
    );
  // The kit is for the developers of backends: no page shall load it, and nobody but its entry knows its folder.
  if (isEntry && lies(target, ['conformance'])) return path === 'conformance.ts';
  if (path === 'conformance.ts') return lies(target, layers.conformance.folders);
  if (isEntry) return true;
  const layer = layers[top];
  if (!layer) return false;
  const isOwnFile = unitOf(path) !== undefined && unitOf(path) === unitOf(target);
  return isOwnFile || lies(target, layer.folders) || (typeOnly && lies(target, layer.types));
}

/** The imports that break a rule, as sentences. `path` is relative to `src/`. */
export function findBreaches(path, source) {
  return importsOf(source)
    .filter((one) => !isAllowed(path, one))
    .map(({ from, typeOnly }) => `src/${path} must not import ${typeOnly ? 'the types of ' : ''}${from}`);
}
