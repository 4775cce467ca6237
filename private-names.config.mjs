/**
 * Gives the private fields and methods of each class the same few names, in the order of their use. A private name is known
 * in its own class only, but a minifier gives each word of the whole file another short name; where all classes say `#a` and
 * `#b`, they say the same more often, and compress better.
 */
import MagicString from 'magic-string';

/** What stands in place of the private names of a program: `[start, end, name]`. */
export function shortNames(program) {
  const changes = [];
  const visit = (node, around) => {
    const isClass = node.type === 'ClassBody';
    const own = isClass ? new Set(node.body.filter(({ key }) => key?.type === 'PrivateIdentifier').map(({ key }) => key.name)) : undefined;
    // Inside a class that lies in another one, a name may belong to either.
    if (own?.size > 0 && around?.own.size > 0)
      throw new Error(`A class with #${[...own][0]} lies in a class with private names of its own.`);
    const scope = own?.size > 0 ? { own, short: new Map() } : around;
    if (node.type === 'PrivateIdentifier') {
      const { short } = scope;
      if (!short.has(node.name)) short.set(node.name, `#_${short.size.toString(36)}`);
      changes.push([node.start, node.end, short.get(node.name)]);
      return;
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (typeof child?.type === 'string') visit(child, scope);
    }
  };
  visit(program, undefined);
  return changes;
}

/** A plugin for an output; it comes before what minifies, which makes the names shorter still. */
export function shortenPrivateNames() {
  return {
    name: 'shorten-private-names',
    renderChunk(code) {
      const changed = new MagicString(code);
      for (const [start, end, name] of shortNames(this.parse(code))) changed.update(start, end, name);
      return changed.hasChanged() ? { code: changed.toString(), map: changed.generateMap({ hires: true }) } : null;
    },
  };
}
