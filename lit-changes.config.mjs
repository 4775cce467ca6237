/** What `lit.config.mjs` puts in place of parts of lit: the same in fewer words, where only some of what lit provides for can happen. */
import { _$LH } from 'lit-html/private-ssr-support.js';

// As lit calls them, because they are what `getTemplateHtml` finds around itself in lit.
const { boundAttributeSuffix, marker, markerMatch } = _$LH;
const nodeMarker = `<${markerMatch}>`;
const trustFromTemplateString = (_strings, text) => text;

/** Takes the place of lit's function of this name, as it is written here. An attribute that is bound has no quotes. */
export const getTemplateHtml = (strings) => {
  const attrNames = [];
  let html = '';
  for (const s of strings.slice(0, -1)) {
    const name = /\S+(?==$)/.exec(s)?.[0];
    html += name ? (attrNames.push(name), s.slice(0, -1) + boundAttributeSuffix + '=' + marker) : s + nodeMarker;
  }
  return [trustFromTemplateString(strings, html + (strings.at(-1) || '<?>')), attrNames];
};

/** From there to the fields of `ChildPart`. Each part takes one value and knows no part around it, which only directives ask for. */
const template = `class Template {
  constructor(strings) {
    const parts = (this.parts = []);
    let node;
    let nodeIndex = 0;
    let attrNameIndex = 0;
    const partCount = strings.length - 1;
    const [html, attrNames] = getTemplateHtml(strings);
    this.el = d.createElement('template');
    this.el.innerHTML = html;
    walker.currentNode = this.el.content;
    while ((node = walker.nextNode()) !== null && parts.length < partCount) {
      if (node.nodeType === 1) {
        for (const name of node.getAttributeNames()) {
          if (!name.endsWith(boundAttributeSuffix)) continue;
          const m = /([.?@])?(.*)/.exec(attrNames[attrNameIndex++]);
          parts.push({
            index: nodeIndex,
            name: m[2],
            ctor: m[1] === '.' ? PropertyPart : m[1] === '?' ? BooleanAttributePart : m[1] === '@' ? EventPart : AttributePart,
          });
          node.removeAttribute(name);
        }
      } else if (node.data === markerMatch) parts.push({ index: nodeIndex, ctor: ChildPart });
      nodeIndex++;
    }
  }
}
class TemplateInstance {
  constructor(template) {
    this._$parts = [];
    this._$template = template;
  }
  _clone(options) {
    const { el, parts } = this._$template;
    const fragment = (walker.currentNode = d.importNode(el.content, true));
    let node;
    let nodeIndex = 0;
    for (const { index, ctor, name } of parts) {
      for (; nodeIndex <= index; nodeIndex++) node = walker.nextNode();
      this._$parts.push(new ctor(node, name ?? node.nextSibling, options));
    }
    walker.currentNode = d;
    return fragment;
  }
  _update(values) {
    this._$parts.forEach((part, i) => part._$setValue(values[i]));
  }
}
class ChildPart {
  constructor(startNode, endNode, options) {
    this._$committedValue = nothing;
    this._$startNode = startNode;
    this._$endNode = endNode;
    this.options = options;
  }
  `;

const commitTemplateResult = `_commitTemplateResult({ strings, values }) {
    let template = templateCache.get(strings);
    if (template === undefined) templateCache.set(strings, (template = new Template(strings)));
    if (this._$committedValue?._$template === template) this._$committedValue._update(values);
    else {
      const instance = new TemplateInstance(template);
      const fragment = instance._clone(this.options);
      instance._update(values);
      this._commitNode(fragment);
      this._$committedValue = instance;
    }
  }
  `;

/** From the end of `ChildPart`. A listener is a function; what it is called on is the element that draws, as in lit. */
const otherParts = `_$clear(start = this._$startNode.nextSibling) {
    while (start !== this._$endNode) {
      const n = start.nextSibling;
      start.remove();
      start = n;
    }
  }
}
class AttributePart {
  constructor(element, name, options) {
    this._$committedValue = nothing;
    this.element = element;
    this.name = name;
    this.options = options;
  }
  _$setValue(value) {
    if (isPrimitive(value) && value === this._$committedValue) return;
    this._$committedValue = value;
    this._commitValue(value);
  }
  _commitValue(value) {
    if (value === nothing) this.element.removeAttribute(this.name);
    else this.element.setAttribute(this.name, value ?? '');
  }
}
class PropertyPart extends AttributePart {
  _commitValue(value) {
    this.element[this.name] = value === nothing ? undefined : value;
  }
}
class BooleanAttributePart extends AttributePart {
  _commitValue(value) {
    this.element.toggleAttribute(this.name, !!value && value !== nothing);
  }
}
class EventPart extends AttributePart {
  _$setValue(newListener) {
    newListener ??= nothing;
    const oldListener = this._$committedValue;
    if (newListener === nothing && oldListener !== nothing) this.element.removeEventListener(this.name, this);
    if (newListener !== nothing && oldListener === nothing) this.element.addEventListener(this.name, this);
    this._$committedValue = newListener;
  }
  handleEvent(event) {
    this._$committedValue.call(this.options.host ?? this.element, event);
  }
}
export const render = (value, container, options = {}) =>
  (container['_$litPart$'] ??= new ChildPart(container.insertBefore(createMarker(), null), null, options))._$setValue(value);
`;

/** Sheets are made of literal text only, each literal is evaluated once, and the browser can construct them. */
const styles = `class CSSResult {
  constructor(cssText) {
    this.cssText = cssText;
  }
  get styleSheet() {
    if (!this._styleSheet) (this._styleSheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this._styleSheet;
  }
}
export const css = ([cssText]) => new CSSResult(cssText);
export const adoptStyles = (renderRoot, styles) => {
  renderRoot.adoptedStyleSheets = styles.map((s) => (s instanceof CSSStyleSheet ? s : s.styleSheet));
};
`;

const end = '//# sourceMappingURL=';
const production = 'const DEV_MODE = false;\nconst trustedTypes = globalThis.trustedTypes;\n';

/**
 * Of each file: what it says of its version, passages from one piece of the code up to another, and single pieces, with what
 * takes their place.
 */
export const files = {
  'lit-html/development/lit-html.js': {
    version: "(global.litHtmlVersions ??= []).push('3.3.3');",
    passages: [
      [
        'const DEV_MODE = true;',
        '/**\n * Our TrustedTypePolicy',
        `${production}const wrap = (node) => node;\nconst debugLogEvent = undefined;\n`,
      ],
      ['const identityFunction =', '// Added to an attribute name', 'const ENABLE_EXTRA_SECURITY_HOOKS = false;\n'],
      ['const d = NODE_MODE', '// Creates a dynamic marker', 'const d = document;\n'],
      [
        'const isIterable =',
        '/** TemplateResult types */',
        "const isIterable = (value) => typeof value[Symbol.iterator] === 'function';\n",
      ],
      [
        'const HTML_RESULT = 1;',
        'export const nothing =',
        "export const html = (strings, ...values) => ({ ['_$litType$']: 1, strings, values });\n",
      ],
      ['let sanitizerFactoryInternal =', 'function trustFromTemplateString', ''],
      [
        'const getTemplateHtml =',
        '_$setValue(value, directiveParent = this) {',
        `const getTemplateHtml = ${getTemplateHtml};\n${template}`,
      ],
      ['_commitTemplateResult(result) {', '_commitIterable(value) {', commitTemplateResult],
      ['_$clear(start = wrap', end, otherParts],
    ],
    pieces: [
      // A page under an allow-list names our policy once, and a page that runs a lit of its own under that list would
      // otherwise throw because one name may be taken only once.
      ["createPolicy('lit-html'", "createPolicy('article-comments'"],
      ['_$setValue(value, directiveParent = this) {', '_$setValue(value) {'],
      ['value = resolveDirective(this, value, directiveParent);', ''],
      ['else if (value !== this._$committedValue && value !== noChange) {', 'else if (value !== this._$committedValue) {'],
      ['this._insert(createMarker()), this, this.options', 'this._insert(createMarker()), this.options'],
      [
        'this._$clear(itemPart && wrap(itemPart._$endNode).nextSibling, partIndex);',
        'this._$clear(itemPart && itemPart._$endNode.nextSibling);',
      ],
    ],
  },
  '@lit/reactive-element/development/css-tag.js': { passages: [['const NODE_MODE = false;', end, styles]] },
  '@lit/reactive-element/development/reactive-element.js': {
    version: "(global.reactiveElementVersions ??= []).push('2.1.2');",
    passages: [
      [
        'import { getCompatibleStyle,',
        'const { is,',
        "import { adoptStyles } from './css-tag.js';\nimport { render } from 'lit-html';\nexport * from './css-tag.js';\n",
      ],
      ['const NODE_MODE = false;', '// Temporary workaround', production],
      ['const polyfillSupport =', 'export const defaultConverter =', ''],
      // What decorators need.
      ['// Ensure metadata is enabled', '/**\n * Base element class', ''],
      ['static addInitializer(', 'static get observedAttributes', ''],
      ['// Create own set of initializers', '// Initialize elementProperties from', ''],
      ['// Create properties from standard decorator', '// Create the attribute-to-property map', ''],
      // The one subclass, LitElement, draws what `render` answers.
      [
        'this.__reflectingProperties &&= this',
        'updated(_changedProperties) { }',
        `const value = this.render();
        this.__reflectingProperties &&= this.__reflectingProperties.forEach((p) => this.__propertyToAttribute(p, this[p]));
        this.__markUpdated();
        render(value, this.renderRoot, { host: this });
    }
    `,
      ],
      ['// Apply polyfills if available', end, ''],
    ],
    pieces: [
      ["JSCompiler_renameProperty('elementProperties', this)", "'elementProperties'"],
      ["JSCompiler_renameProperty('finalized', this)", "'finalized'"],
      ["JSCompiler_renameProperty('properties', this)", "'properties'"],
      ["[JSCompiler_renameProperty('elementProperties', ReactiveElement)]", '.elementProperties'],
      ["[JSCompiler_renameProperty('finalized', ReactiveElement)]", '.finalized'],
      ['getCompatibleStyle(s)', 's'],
      ['getCompatibleStyle(styles)', 'styles'],
      ["debugLogEvent?.({ kind: 'update' });", ''],
      ['this.constructor._initializers?.forEach((i) => i(this));', ''],
      [', useNewValue = false, newValue) {', ') {'],
      ['if (useNewValue === false) {\n                newValue = this[name];\n            }', 'const newValue = this[name];'],
    ],
  },
  'lit-element/development/lit-element.js': {
    version: "(global.litElementVersions ??= []).push('4.2.2');",
    passages: [
      [
        "import { ReactiveElement } from '@lit",
        "export * from '@lit",
        "export { ReactiveElement as LitElement } from '@lit/reactive-element';\n",
      ],
      ['/*\n * When using Closure Compiler', end, ''],
    ],
  },
};
