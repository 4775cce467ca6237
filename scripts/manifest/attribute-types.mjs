/** Stands beside words in a type, so that other texts are allowed, too. There is nothing to offer for it. */
const ANY_TEXT = '(string & {})';

/** Writes out what an attribute may hold: `'oldest' | 'newest' | 'top'` for `Sort | undefined`, so that editors can offer it. */
export function attributeTypes() {
  /** The types that are a choice of words, by name. */
  const choices = new Map();
  return {
    name: 'attribute-types',
    collectPhase({ ts, node }) {
      if (!ts.isTypeAliasDeclaration(node) || !ts.isUnionTypeNode(node.type)) return;
      if (node.type.types.every(ts.isLiteralTypeNode)) choices.set(node.name.text, node.type.getText());
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { attributes = [] } of modules.flatMap(({ declarations }) => declarations)) {
        for (const attribute of attributes) {
          const types = attribute.type.text.replace(' | undefined', '').split(' | ');
          const offered = types.map((type) => choices.get(type) ?? type).filter((type) => type !== ANY_TEXT);
          attribute.type = { text: offered.join(' | ') };
        }
      }
    },
  };
}
