import { ImportError } from './source.js';

/**
 * Loads a package that only some formats need, and that people who use the element do not install. If it is missing, the error has the
 * command that installs it.
 */
export async function optionalPackage<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    const command = `npx -p article-comments -p ${name} article-comments import …`;
    throw new ImportError(`This file needs the package ${name}: npm install ${name}, or run ${command}`, {
      cause: error,
    });
  }
}
