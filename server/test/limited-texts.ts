import type { Contract, Operation } from '../src/http/contract.js';

/** A text in the body of a request. */
export interface LimitedText {
  /** The names that lead to it. The items of a list have the name 0. */
  readonly path: readonly string[];
  /** The most code points it may have. Undefined: the contract has no limit. */
  readonly most: number | undefined;
}

type Schema = Readonly<Record<string, unknown>>;

/** The texts that a client may choose: values of a list or a format are none. */
export function limitedTexts({ document }: Contract, { body }: Operation): readonly LimitedText[] {
  const resolve = (schema: Schema): Schema => {
    const { $ref: reference } = schema;
    if (typeof reference !== 'string') return schema;
    const steps = reference.replace(/^.*#\//, '').split('/');
    const found = steps
      .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((node, step) => (node as Schema)[step], document);
    return resolve(found as Schema);
  };
  const find = (unresolved: Schema, path: readonly string[]): readonly LimitedText[] => {
    const schema = resolve(unresolved);
    const { type, properties = {}, items, maxLength } = schema;
    const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => (schema[name] ?? []) as readonly Schema[]);
    const isFree = type === 'string' && !('enum' in schema || 'const' in schema || 'format' in schema);
    return [
      ...(isFree ? [{ path, most: maxLength as number | undefined }] : []),
      ...parts.flatMap((part) => find(part, path)),
      ...Object.entries(properties as Readonly<Record<string, Schema>>).flatMap(([name, member]) =>
        find(member, [...path, name]),
      ),
      ...(items === undefined ? [] : find(items as Schema, [...path, '0'])),
    ];
  };
  return body ? find(body, []) : [];
}
