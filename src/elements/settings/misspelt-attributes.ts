/** Finds misspelt attributes. Pages may use attributes of their own, so only names similar to a known one are reported. */

/** Attributes that pages and frameworks put on any element. */
const ANYWHERE =
  /^(class|id|style|slot|part|role|lang|dir|is|title|hidden|inert|tabindex|nonce)$|^(on|[^a-z])|^(aria|data|hx|ng|v|x)[-:]/;

/** Maximum edit distance to a known name. For short names, a third of their letters. */
const MOST_CHANGES = 3;

export interface MisspeltAttribute {
  readonly name: string;
  /** The attribute that was probably meant. */
  readonly meant: string;
}

/** Returns the attributes of an element that are similar to a known name. */
export function misspeltAttributes(element: Element, known: readonly string[]): readonly MisspeltAttribute[] {
  const strange = element.getAttributeNames().filter((name) => !known.includes(name) && !ANYWHERE.test(name));
  return strange.flatMap((name) => {
    const changes = (other: string): number => distance(lettersOf(name), lettersOf(other));
    const [meant] = known.filter((other) => changes(other) <= allowed(other)).sort((a, b) => changes(a) - changes(b));
    return meant === undefined ? [] : [{ name, meant }];
  });
}

const lettersOf = (name: string): string => name.replaceAll(/[^a-z]/g, '');

const allowed = (name: string): number => Math.min(MOST_CHANGES, Math.floor(lettersOf(name).length / 3));

/** Edit distance of two names with insertions, deletions, substitutions and transpositions (optimal string alignment). */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const cells = [row];
    const above = rows[row - 1]!;
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = isSwapped ? rows[row - 2]![column - 2]! + 1 : Infinity;
      cells.push(Math.min(above[column]! + 1, cells[column - 1]! + 1, above[column - 1]! + (isSame ? 0 : 1), swapped));
    }
    rows.push(cells);
  }
  return rows[from.length]![to.length]!;
}
