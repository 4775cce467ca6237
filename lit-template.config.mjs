/**
 * What takes the place of lit's templates: the same in fewer words, where only some of what lit provides for can happen.
 * `lit.config.mjs` says what was left out.
 */
import { _$LH } from 'lit-html/private-ssr-support.js';

// As lit calls them, because they are what `getTemplateHtml` finds around itself in the build.
const { boundAttributeSuffix, marker, markerMatch } = _$LH;
const nodeMarker = `<${markerMatch}>`;

/** Takes the place of lit's function of this name, as it is written here. An attribute that is bound has no quotes. */
export const getTemplateHtml = (strings) => {
  const attrNames = [];
  let html = '';
  for (const s of strings.slice(0, -1)) {
    const name = /\S+(?==$)/.exec(s)?.[0];
    html += name ? (attrNames.push(name), s.slice(0, -1) + boundAttributeSuffix + '=' + marker) : s + nodeMarker;
  }
  return [html + (strings.at(-1) || '<?>'), attrNames];
};

/**
 * A result is of a class, so that nothing that was read from JSON can pass for one. Each part takes one value and knows no part
 * around it, which only directives ask for. A listener is a function; what it is called on is the element that draws.
 */
export const template = `
// A page under an allow-list names our policy once, and a page that runs a lit of its own under that list would otherwise
// throw because one name may be taken only once.
const policy = globalThis.trustedTypes?.createPolicy('article-comments', { createHTML: (text) => text });

const boundAttributeSuffix = '${boundAttributeSuffix}';
const marker = 'lit$' + Math.random().toFixed(9).slice(2) + '$';
const markerMatch = '?' + marker;
const nodeMarker = '<' + markerMatch + '>';
const getTemplateHtml = ${getTemplateHtml};

const createMarker = () => document.createComment('');
const isPrimitive = (value) => value === null || (typeof value != 'object' && typeof value != 'function');
const templates = new WeakMap();
const walker = document.createTreeWalker(document, 129);

export const nothing = Symbol.for('lit-nothing');

class TemplateResult {
  constructor(strings, values) {
    this._strings = strings;
    this._values = values;
  }
}
export const html = (strings, ...values) => new TemplateResult(strings, values);

const read = (strings) => {
  const [html, attrNames] = getTemplateHtml(strings);
  const element = document.createElement('template');
  const places = [];
  let index = 0;
  let node;
  element.innerHTML = policy?.createHTML(html) ?? html;
  walker.currentNode = element.content;
  while ((node = walker.nextNode()) && places.length < strings.length - 1) {
    if (node.data === markerMatch) places.push([index]);
    else if (node.nodeType === 1) {
      for (const name of node.getAttributeNames()) {
        if (!name.endsWith(boundAttributeSuffix)) continue;
        const [, kind, bound] = /([.?@]?)(.*)/.exec(attrNames.shift());
        places.push([index, bound, kind]);
        node.removeAttribute(name);
      }
    }
    index++;
  }
  return [element.content, places];
};

const assign = (parts, values) => parts.forEach((part, index) => part._set(values[index]));

class ChildPart {
  constructor(start, end, options) {
    this._value = nothing;
    this._start = start;
    this._end = end;
    this._options = options;
  }
  _set(value) {
    const old = this._value;
    if (value instanceof TemplateResult) this._draw(value);
    else if (value?.nodeType) {
      if (value !== old) this._replace(value);
      this._value = value;
    } else if (!isPrimitive(value) && value[Symbol.iterator]) this._list(value);
    else {
      this._value = value === '' ? nothing : (value ?? nothing);
      if (this._value === nothing) {
        if (old !== nothing) this._clear();
      } else if (old === nothing || !isPrimitive(old)) this._replace(document.createTextNode(value));
      else if (value !== old) this._start.nextSibling.data = value;
    }
  }
  _insert(node) {
    return this._start.parentNode.insertBefore(node, this._end);
  }
  _replace(node) {
    this._clear();
    this._insert(node);
  }
  _draw({ _strings, _values }) {
    let template = templates.get(_strings);
    if (!template) templates.set(_strings, (template = read(_strings)));
    if (this._value._template === template) return assign(this._value._parts, _values);
    const [content, places] = template;
    const fragment = (walker.currentNode = document.importNode(content, true));
    let node;
    let at = 0;
    const parts = places.map(([index, name, kind]) => {
      for (; at <= index; at++) node = walker.nextNode();
      return name ? new AttributePart(node, [name, kind], this._options) : new ChildPart(node, node.nextSibling, this._options);
    });
    walker.currentNode = document;
    assign(parts, _values);
    this._replace(fragment);
    this._value = { _template: template, _parts: parts };
  }
  _list(values) {
    if (!Array.isArray(this._value)) {
      this._clear();
      this._value = [];
    }
    const parts = this._value;
    let count = 0;
    for (const value of values) {
      parts[count] ??= new ChildPart(this._insert(createMarker()), this._insert(createMarker()), this._options);
      parts[count++]._set(value);
    }
    if (count < parts.length) {
      this._clear(parts[count - 1]?._end.nextSibling);
      parts.length = count;
    }
  }
  _clear(start = this._start.nextSibling) {
    while (start !== this._end) {
      const next = start.nextSibling;
      start.remove();
      start = next;
    }
  }
}

class AttributePart {
  constructor(element, [name, kind], options) {
    this._value = nothing;
    this._element = element;
    this._name = name;
    this._kind = kind;
    this._host = options.host ?? element;
    if (kind === '@') element.addEventListener(name, this);
  }
  _set(value) {
    const { _element: element, _name: name, _kind: kind, _value: old } = this;
    this._value = value;
    if (kind === '@' || (value === old && isPrimitive(value))) return;
    const isNothing = value === nothing;
    if (kind === '.') element[name] = isNothing ? undefined : value;
    else if (kind) element.toggleAttribute(name, !isNothing && !!value);
    else if (isNothing) element.removeAttribute(name);
    else element.setAttribute(name, value ?? '');
  }
  handleEvent(event) {
    this._value.call(this._host, event);
  }
}

export const render = (value, container, options = {}) =>
  (container['_$litPart$'] ??= new ChildPart(container.insertBefore(createMarker(), null), null, options))._set(value);
`;
