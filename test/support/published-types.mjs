/** What the declarations of the built package say, as TypeScript reads them. */
import { join } from 'node:path';
import ts from 'typescript';

const entryFile = (name) => join(import.meta.dirname, '..', '..', 'dist', `${name}.d.ts`);

// Without the types of JavaScript itself, which would take a second and are not asked for.
const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, noLib: true, types: [] };
const program = ts.createProgram(['index', 'adapter-kit', 'cdn'].map(entryFile), options);
const checker = program.getTypeChecker();

const resolved = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);

/** The export of an entry, such as `index`. `path`: its name, or those of a namespace and of its member. */
function exported(entry, ...path) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(entryFile(entry)));
  return path.reduce((symbol, name) => {
    const found = checker.getExportsOfModule(symbol).find((one) => one.name === name);
    if (!found) throw new Error(`${entry} does not export ${path.join('.')}.`);
    return resolved(found);
  }, module);
}

const isMethod = ({ flags }) => Boolean(flags & ts.SymbolFlags.Method);

/** The names of an exported interface's methods. */
export const methodsOf = (entry, name) =>
  checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(exported(entry, name)))
    .filter(isMethod)
    .map(nameOf);

/** The names of an exported object's members. */
export const membersOf = (entry, name) =>
  checker.getPropertiesOfType(checker.getTypeOfSymbol(exported(entry, name))).map(nameOf);

function nameOf({ name }) {
  return name;
}

/** The string literals of an exported union, each with the comment above it. */
export function unionOf(entry, name) {
  const [declaration] = exported(entry, name).declarations;
  const { text } = declaration.getSourceFile();
  const { types } = declaration.type;
  return types.map(({ literal }, index) => {
    const [comment] = ts.getLeadingCommentRanges(text, index === 0 ? declaration.type.pos : types[index - 1].end) ?? [];
    return {
      word: literal.text,
      description: comment && text.slice(comment.pos, comment.end).replaceAll(/^\/\*\*\s*|\s*\*\/$/g, ''),
    };
  });
}

/** The values of an exported namespace, with the parameters of those that are functions, and their descriptions. */
export const valuesIn = (entry, namespace) =>
  checker
    .getExportsOfModule(exported(entry, namespace))
    .filter(({ flags }) => flags & ts.SymbolFlags.Variable)
    .map((symbol) => {
      const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
      return {
        name: symbol.name,
        parameters: (signature?.parameters ?? []).map(
          ({ name, valueDeclaration }) => name + (valueDeclaration.questionToken ? '?' : ''),
        ),
        description: ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, ' '),
      };
    });
