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
          attribute.type = { text: types.map((type) => choices.get(type) ?? type).join(' | ') };
        }
      }
    },
  };
}
