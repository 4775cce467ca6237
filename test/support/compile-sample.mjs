/** Compiles a sample of the documentation by itself, in a strict project that has installed the package and checks its libraries. */
import { join } from 'node:path';
import ts from 'typescript';

const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  noEmit: true,
};

/** Parsed once for all samples: the compiler's own libraries take most of the time. */
const parsed = new Map();

/**
 * The compiler's errors, each with its line of the sample. Errors in the declarations of the package and of its dependencies count.
 *
 * @param {string} code
 * @param {string} folder With `node_modules`.
 */
export function compileErrors(code, folder) {
  const file = join(folder, 'sample.mts');
  // Only a program for Node has Node's types.
  const options = { ...OPTIONS, types: /from 'node:/.test(code) ? ['node'] : [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getCurrentDirectory = () => folder;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) =>
    name === file ? code : name === join(folder, 'package.json') ? '{"type":"module"}' : readFile(name);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    if (name === file) return ts.createSourceFile(name, code, languageVersion, true);
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, languageVersion, ...rest));
    return parsed.get(name);
  };
  const program = ts.createProgram([file], options, host);
  const files = program.getSourceFiles().filter((source) => !program.isSourceFileDefaultLibrary(source));
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]),
  ].map(({ file: source, start, messageText }) => {
    const place = source
      ? `${source.fileName.split('node_modules/').at(-1)}: ${source.text.slice(start).split('\n')[0]}: `
      : '';
    return place + ts.flattenDiagnosticMessageText(messageText, '\n');
  });
}
