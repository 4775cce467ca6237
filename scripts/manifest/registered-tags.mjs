/** The analyzer knows `customElements.define()`; this package registers its tags by `defineOnce(tag, class)`. */
import { posix } from 'node:path';

export function registeredTags() {
  return {
    name: 'registered-tags',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineOnce') return;
      const [tag, element] = node.arguments;
      const imported = node
        .getSourceFile()
        .statements.find((one) => ts.isImportDeclaration(one) && one.importClause?.getText().includes(element.text));
      const module = posix.join(posix.dirname(moduleDoc.path), imported.moduleSpecifier.text.replace(/\.js$/, '.ts'));
      moduleDoc.exports.push({
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: { name: element.text, module },
      });
    },
    /** What else the module exports are types, which the analyzer takes for values. */
    moduleLinkPhase({ moduleDoc }) {
      const definitions = moduleDoc.exports.filter(({ kind }) => kind === 'custom-element-definition');
      if (definitions.length > 0) moduleDoc.exports = definitions;
    },
  };
}
