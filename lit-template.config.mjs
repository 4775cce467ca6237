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
 * A result is of a class, so that nothing that was read from JSON can pass for one. A part is a function that takes its next
 * value, and knows no part around it, which only directives ask for. A listener is a function; what it is called on is the
 * element that draws.
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

/** The nodes that a template begins with, and where in them its values go: index of the node, and name and kind of an attribute. */
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

const clear = (node, end) => {
  while (node !== end) {
    const next = node.nextSibling;
    node.remove();
    node = next;
  }
};

const insert = (start, end, node) => start.parentNode.insertBefore(node, end);

const replace = (start, end, node) => {
  clear(start.nextSibling, end);
  insert(start, end, node);
};

const assign = (parts, values) => parts.forEach((part, index) => part(values[index]));

/** What stands between two nodes. */
const childPart = (start, end, host) => {
  // A text or a node; of what has parts: its template, or undefined for a list.
  let old = nothing;
  let parts;
  return (value) => {
    if (value instanceof TemplateResult) {
      const { _strings, _values } = value;
      let template = templates.get(_strings);
      if (!template) templates.set(_strings, (template = read(_strings)));
      if (old === template) return assign(parts, _values);
      const [content, places] = template;
      const fragment = (walker.currentNode = document.importNode(content, true));
      let node;
      let at = 0;
      parts = places.map(([index, name, kind]) => {
        for (; at <= index; at++) node = walker.nextNode();
        return name ? attributePart(node, name, kind, host) : childPart(node, node.nextSibling, host);
      });
      walker.currentNode = document;
      assign(parts, _values);
      replace(start, end, fragment);
      old = template;
    } else if (!isPrimitive(value) && value[Symbol.iterator]) {
      if (old !== undefined) {
        clear(start.nextSibling, end);
        old = undefined;
        parts = [];
      }
      let count = 0;
      for (const item of value) {
        if (!parts[count]) {
          const [from, to] = [0, 1].map(() => insert(start, end, document.createComment('')));
          parts[count] = [childPart(from, to, host), to];
        }
        parts[count++][0](item);
      }
      if (count < parts.length) {
        clear(count ? parts[count - 1][1].nextSibling : start.nextSibling, end);
        parts.length = count;
      }
    } else {
      if (value === '') value = nothing;
      value ??= nothing;
      if (value === old) return;
      if (value.nodeType) replace(start, end, value);
      else if (value === nothing) clear(start.nextSibling, end);
      else if (old !== undefined && old !== nothing && isPrimitive(old)) start.nextSibling.data = value;
      else replace(start, end, document.createTextNode(value));
      old = value;
    }
  };
};

/** An attribute, or, with a kind before its name, \`.\` a property, \`?\` an attribute that is there or not, \`@\` a listener. */
const attributePart = (element, name, kind, host = element) => {
  let old = nothing;
  if (kind === '@') element.addEventListener(name, (event) => old.call(host, event));
  return (value) => {
    const isSame = value === old && isPrimitive(value);
    old = value;
    if (isSame || kind === '@') return;
    const isNothing = value === nothing;
    if (kind === '.') element[name] = isNothing ? undefined : value;
    else if (kind) element.toggleAttribute(name, !isNothing && !!value);
    else if (isNothing) element.removeAttribute(name);
    else element.setAttribute(name, value ?? '');
  };
};

export const render = (value, container, { host } = {}) =>
  (container['_$litPart$'] ??= childPart(container.insertBefore(document.createComment(''), null), null, host))(value);
`;
