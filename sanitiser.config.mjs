/**
 * Makes DOMPurify small for the script-tag build, which calls it in one way only: with a string, with the options that
 * `src/content/html.ts` states, and without hooks. What follows from that is put in place of the code that would find it
 * out, and the minifier drops what can then no longer be reached: other input, other output, other options.
 *
 * The sanitising itself stays as DOMPurify wrote it: how the string is parsed, the walk, and each check of an element, its
 * namespace, a form that hides its own properties, markup that means something else when read again, and an attribute. Only
 * questions whose answer is known are answered here, and lists that no name on our own short lists appears in are empty.
 *
 * `test/cdn/sanitiser.test.ts` gives every attack to the sanitiser of the built files and to DOMPurify as it was published,
 * and expects the same from both. The build fails when a piece of the code is not found exactly once, when the options are
 * others, and for each new version of DOMPurify until somebody has compared its `_parseConfig` and `sanitize` with this.
 */
import MagicString from 'magic-string';

/** The version that the changes below were made for. */
const version = '3.4.18';

/** What `src/content/html.ts` states besides its two lists and the policy. */
const statedOptions = { ALLOW_ARIA_ATTR: false, ALLOW_DATA_ATTR: false, FORCE_BODY: true, RETURN_DOM_FRAGMENT: true };

/** What DOMPurify makes of those options and of all that are not stated. Once constant, they cannot be assigned to any more. */
const settings = {
  ALLOW_ARIA_ATTR: 'false',
  ALLOW_DATA_ATTR: 'false',
  ALLOW_UNKNOWN_PROTOCOLS: 'false',
  ALLOW_SELF_CLOSE_IN_ATTR: 'true',
  SAFE_FOR_TEMPLATES: 'false',
  SAFE_FOR_XML: 'true',
  WHOLE_DOCUMENT: 'false',
  SET_CONFIG: 'false',
  FORCE_BODY: 'true',
  RETURN_DOM: 'true',
  RETURN_DOM_FRAGMENT: 'true',
  RETURN_TRUSTED_TYPE: 'false',
  SANITIZE_DOM: 'true',
  SANITIZE_NAMED_PROPS: 'false',
  KEEP_CONTENT: 'true',
  IN_PLACE: 'false',
  IN_PLACE_VISITED: 'null',
  NAMESPACE: 'HTML_NAMESPACE',
  IS_ALLOWED_URI$1: 'IS_ALLOWED_URI',
};

/** Settings that keep their default. */
const defaults = [
  'FORBID_CONTENTS',
  'DATA_URI_TAGS',
  'URI_SAFE_ATTRIBUTES',
  'ALLOWED_NAMESPACES',
  'MATHML_TEXT_INTEGRATION_POINTS',
  'HTML_INTEGRATION_POINTS',
  'PARSER_MEDIA_TYPE',
];

/**
 * Lists that say nothing about what a comment may contain. Of their names only `a` is allowed, and in HTML it counts as HTML
 * either way. With them empty, whatever stands in the namespaces of SVG and MathML is invalid, which is stricter.
 */
const emptied = ['DEFAULT_DATA_URI_TAGS', 'DEFAULT_URI_SAFE_ATTRIBUTES', 'COMMON_SVG_AND_HTML_ELEMENTS', 'ALL_SVG_TAGS', 'ALL_MATHML_TAGS'];

const parseConfig = `const _parseConfig = (cfg) => {
		ALLOWED_TAGS = addToSet({}, cfg.ALLOWED_TAGS);
		ALLOWED_TAGS["#text"] = true;
		ALLOWED_ATTR = addToSet({}, cfg.ALLOWED_ATTR);
		trustedTypesPolicy = cfg.TRUSTED_TYPES_POLICY;
	};
	`;

/** Each from one piece of the code up to another, and what takes its place. */
const passages = [
  // Every browser that knows custom elements has what these would make up for.
  ['if (!freeze) freeze', 'const arrayForEach', ''],
  ['let window = arguments.length', 'let document = window.document;', 'const DOMPurify = {};\n\t'],
  // The one instance is that of `src/content/html.ts`.
  ['var purify_default = createDOMPurify();', 'export {', 'const purify_default = createDOMPurify;\n'],
  // Our policy cannot call the sanitiser.
  ['let IN_TRUSTED_TYPES_POLICY', 'const _signOutput', 'const _createTrustedHTML = (html) => trustedTypesPolicy.createHTML(html);\n\t'],
  // Options, and hooks, which only callers bring.
  ['const _parseConfig =', 'const ALL_SVG_TAGS', parseConfig],
  ['DOMPurify.setConfig =', 'return DOMPurify;\n}', ''],
  ['const hookEvent = {', 'let l = attributes.length;', ''],
  ['hookEvent.attrName = lcName;', 'if (SANITIZE_NAMED_PROPS && (', ''],
  ['if (hookEvent.forceKeepAttr)', 'if (!ALLOW_SELF_CLOSE_IN_ATTR && regExpTest(SELF_CLOSING_TAG, value)) {\n', ''],
  // Nothing is sanitised where it stands.
  ['try {\n\t\t\tif (inPlace)', 'const nodeIterator = _createNodeIterator(walkRoot);', ''],
  ['if (inPlace) _sanitizeUnvisitedNodes', 'if (inPlace) {\n\t\t\tif (_neutralizeDiscarded', ''],
];

/** Single pieces, and what takes their place. */
const pieces = [
  ['let transformCaseFunc = null;', 'const transformCaseFunc = stringToLowerCase;'],
  ['IN_PLACE_VISITED = setCreate();', ''],
  ['let hooks = _createHooksMap();', 'const hooks = {};'],
  ['if (hooks.length === 0) return;', 'return;'],
  ['ALLOWED_TAGS = _forkSharedAllowlist(hooks.uponSanitizeElement, ALLOWED_TAGS, DEFAULT_ALLOWED_TAGS, SET_CONFIG_ALLOWED_TAGS);', ''],
  ['ALLOWED_ATTR = _forkSharedAllowlist(hooks.uponSanitizeAttribute, ALLOWED_ATTR, DEFAULT_ALLOWED_ATTR, SET_CONFIG_ALLOWED_ATTR);', ''],
  // No element or attribute is forbidden by name, no custom element is allowed, and no function decides.
  ['if (FORBID_TAGS[tagName] || ', 'if ('],
  ['if (FORBID_ATTR[lcName]) return false;', ''],
  ['EXTRA_ELEMENT_HANDLING.tagCheck instanceof Function && EXTRA_ELEMENT_HANDLING.tagCheck(tagName)', 'false'],
  ['EXTRA_ELEMENT_HANDLING.attributeCheck instanceof Function && EXTRA_ELEMENT_HANDLING.attributeCheck(lcName, lcTag)', 'false'],
  ['!FORBID_TAGS[tagName] && _isBasicCustomElement(tagName) && ', 'false && '],
  ['if (!nameIsPermitted) return _isBasicCustomElement(lcTag) && ', 'if (!nameIsPermitted) return false && '],
  ['lcName === "is" && CUSTOM_ELEMENT_HANDLING.allowCustomizedBuiltInElements && ', 'false && '],
  // What comes in is a string.
  ['if (typeof dirty !== "string" && !_isNode(dirty)) {', 'if (false) {'],
  ['} else if (_isNode(dirty)) {', '} else if (false) {'],
  // `href` and `start` take plain strings everywhere, and without other attributes no shadow root has to be kept.
  ['value = _applyTrustedTypesToAttribute(lcTag, lcName, namespaceURI, value);', ''],
  ['if (ALLOWED_ATTR.shadowroot || ALLOWED_ATTR.shadowrootmode) ', 'if (false) '],
  // Nobody asks what was removed.
  ['arrayPush(DOMPurify.removed, { element: node });', ''],
  ['arrayPush(DOMPurify.removed, {\n\t\t\tattribute: attr || null,\n\t\t\tfrom: element\n\t\t});', ''],
  ['DOMPurify.removed = [];\n\t\tconst inPlace', 'const inPlace'],
  // Without a parser the answer is null, and nobody looks at what this would assign.
  ['IS_EMPTY_INPUT ? emptyHTML : dirtyPayload', 'dirtyPayload'],
];

/** The code of DOMPurify for this one use, as a MagicString. Throws when it is not the code that all this was written for. */
export function specialise(code) {
  const changed = new MagicString(code);
  /** Where a piece stands; there has to be one such place. */
  const find = (piece) => {
    const at = code.indexOf(piece);
    if (at >= 0 && !code.includes(piece, at + 1)) return at;
    throw new Error(
      `DOMPurify does not say exactly once: ${piece}\nsanitiser.config.mjs is made for version ${version} and needs another look.`,
    );
  };
  const put = (start, end, text) => (text ? changed.update(start, end, text) : changed.remove(start, end));
  const exchange = (piece, text) => put(find(piece), find(piece) + piece.length, text);
  const setValue = (declaration, value) => put(find(declaration) + declaration.length, code.indexOf(';', find(declaration)), value);

  find(`DOMPurify.version = "${version}";`);
  for (const [from, to, text] of passages) put(find(from), find(to), text);
  for (const [piece, text] of pieces) exchange(piece, text);
  for (const [name, value] of Object.entries(settings)) {
    setValue(`\tlet ${name} = `, value);
    changed.update(find(`\tlet ${name} = `), find(`\tlet ${name} = `) + 4, '\tconst');
  }
  for (const name of emptied) setValue(`const ${name} = `, 'addToSet({}, [])');
  for (const name of defaults) {
    exchange(`let ${name} = null;`, '');
    exchange(`const DEFAULT_${name}`, `const ${name}`);
  }
  // The minifier may drop what is only made and never used.
  for (const { index } of code.matchAll(/(?<=^\t?const [\w$]+ = )(?:seal|freeze|addToSet|Object\.seal)\(/gm))
    changed.appendLeft(index, '/* @__PURE__ */ ');
  return changed;
}

/** `src/content/html.ts` without the options that the sanitiser has built in. Throws when it states others than these. */
export function dropOptions(code, program) {
  const changed = new MagicString(code);
  const [allowed] = program.body
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ id }) => id.name === 'allowed')
    .map(({ init }) => init);
  const [tags, attributes, ...others] = allowed?.properties ?? [];
  const stated = others.map(({ key, value }) => [key?.name, value?.value]);
  const asExpected = tags?.key?.name === 'ALLOWED_TAGS' && attributes?.key?.name === 'ALLOWED_ATTR';
  const use = '{ ...allowed, TRUSTED_TYPES_POLICY: policy }';
  if (!asExpected || JSON.stringify(stated) !== JSON.stringify(Object.entries(statedOptions)) || code.split(use).length !== 2) {
    throw new Error('src/content/html.ts calls DOMPurify with other options than sanitiser.config.mjs builds in.');
  }
  return changed.remove(attributes.end, allowed.end - 1);
}

/** A plugin for rollup. It runs after TypeScript has been turned into JavaScript. */
export function specialiseSanitiser() {
  return {
    name: 'specialise-sanitiser',
    transform(code, id) {
      const isSanitiser = id.endsWith('/dompurify/dist/purify.es.mjs');
      if (!isSanitiser && !id.endsWith('/src/content/html.ts')) return null;
      const changed = isSanitiser ? specialise(code) : dropOptions(code, this.parse(code));
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
  };
}
