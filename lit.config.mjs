/**
 * Makes lit small for the script-tag build. Its classes serve many ways of using them, and this project knows which it uses:
 * templates of HTML that are written in `src/`, where a binding is one whole attribute or stands between tags; no directives,
 * nothing drawn by a server, no decorators, and only browsers that can construct style sheets. What is left of lit then is its
 * base class of elements (`lit-element.config.mjs`) and its templates (`lit-template.config.mjs`); `lit-changes.config.mjs` says
 * which passages of lit they take the place of.
 *
 * A page's own subclass has `static properties`, read from attributes as texts, numbers and booleans, styles, the lifecycle and
 * controllers. Converters, accessors of its own for them and the like are lit's, and with them the package for npm.
 * Templates and directives it never had, because lit's names are not exported.
 *
 * The build fails when a piece of the code is not found exactly once, and for each new version of lit until somebody has
 * compared its code with the changes. It fails for a template that is not of that kind: the scanner for templates is asked
 * what it makes of each one, and has to say what lit's own says. It fails for an option of a property that is left out.
 * Directives and lit's other names are imports that do not exist.
 */
import { _$LH } from 'lit-html/private-ssr-support.js';
import MagicString from 'magic-string';
import { files } from './lit-changes.config.mjs';
import { getTemplateHtml } from './lit-template.config.mjs';
import { taggedTemplates } from './literals.config.mjs';

/** Names of fields and methods that are lit's own affair. */
const privateName = /(?<![\w$])_[a-z]\w*(?![\w$])/g;

/** The code of one file of lit for this one use, as a MagicString. Throws when it is not the code that all this was written for. */
export function specialise(code, file) {
  const { version, passages } = files[file];
  const find = (piece) => {
    const at = code.indexOf(piece);
    if (at >= 0 && !code.includes(piece, at + 1)) return at;
    throw new Error(`${file} does not say exactly once: ${piece}\nlit.config.mjs is made for another version and needs another look.`);
  };
  if (version) find(version);
  const short = new Map();
  const shorten = (name) => short.get(name) ?? short.set(name, `_$${short.size.toString(36)}`).get(name);
  const changed = new MagicString(code);
  for (const [from, to, text] of passages) changed.update(find(from), find(to), text.replace(privateName, shorten));
  return changed;
}

/** Throws when a template of a module is of another kind than those that lit was made small for. */
export function checkTemplates(program) {
  for (const { tag, quasi } of taggedTemplates(program)) {
    const strings = quasi.quasis.map(({ value }) => value.cooked);
    const fail = (why) => {
      throw new Error(`${tag.name}\`${strings.join('${…}')}\` ${why}; lit.config.mjs does not provide for that.`);
    };
    if (tag.name === 'css' && strings.length > 1) fail('holds an expression');
    if (tag.name !== 'html') continue;
    const [html, attrNames] = getTemplateHtml(strings);
    const [expected, expectedNames] = _$LH.getTemplateHtml(Object.assign([...strings], { raw: strings }), _$LH.HTML_RESULT);
    if (html !== expected || String(attrNames) !== String(expectedNames))
      fail('binds something else than a whole attribute or what stands between tags');
    if (strings.some((text, index) => /\S=$/.test(strings[index - 1] ?? '') && !/^[\s>]/.test(text))) fail('binds a part of an attribute');
  }
}

/** The options of properties that the base class knows, and what they may be. */
const knownOptions = {
  attribute: (value) => value?.type === 'Literal' && (value.value === false || typeof value.value === 'string'),
  reflect: (_value, { type }) => type?.name === 'Boolean',
  state: () => true,
  type: (value) => /^(Boolean|Number)$/.test(value?.name),
};

/** Throws when a module declares properties in another way than those that lit was made small for. */
export function checkProperties(program) {
  for (const { key, value } of propertiesIn(program)) {
    const options = Object.fromEntries((value.properties ?? []).map((option) => [option.key?.name, option.value]));
    for (const [name, option] of Object.entries(options)) {
      if (!knownOptions[name]?.(option, options))
        throw new Error(`The property ${key.name} has the option ${name}, or a value of it, that lit.config.mjs does not provide for.`);
    }
  }
}

/** What stands in `static properties` of the classes of a module. */
function propertiesIn(node) {
  const isOne = ({ type, static: isStatic, key, left }) =>
    (type === 'PropertyDefinition' && isStatic && key.name === 'properties') ||
    (type === 'AssignmentExpression' && left.object?.type === 'ThisExpression' && left.property.name === 'properties');
  if (isOne(node)) return (node.value ?? node.right).properties ?? [];
  return Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === 'string')
    .flatMap(propertiesIn);
}

/** A plugin for rollup, for lit's readable files. It runs after TypeScript has been turned into JavaScript. */
export function specialiseLit() {
  return {
    name: 'specialise-lit',
    transform(code, id) {
      if (!id.includes('/node_modules/')) {
        const program = this.parse(code);
        checkTemplates(program);
        checkProperties(program);
      }
      const file = Object.keys(files).find((name) => id.endsWith(`/${name}`));
      if (!file) return null;
      const changed = specialise(code, file);
      return { code: changed.toString(), map: changed.generateMap({ hires: true }) };
    },
    /** Were lit resolved to other files of its package, all this would be left out without a word. */
    buildEnd(error) {
      const left = Object.keys(files).filter((name) => ![...this.getModuleIds()].some((id) => id.endsWith(`/${name}`)));
      if (!error && left.length > 0) this.error(`${left.join(', ')} is not in the build; lit.config.mjs needs another look.`);
    },
  };
}
