import { type ContentNode, element, text } from '../tree.js';

/** Levels of emphasis in each other. */
const maxNesting = 16;

/** Delimiters beside each other that may begin or end emphasis: `*`, `_` or `~~`. */
export interface Run {
  readonly type: 'run';
  readonly character: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

export type Inline = ContentNode | Run;

/** A run that waits for the one that closes it. */
interface Opener {
  readonly run: Run;
  /** Counts up. */
  readonly id: number;
  /** Delimiters not used yet. */
  left: number;
  /** What has come since, up to the next opener. */
  content: ContentNode[];
  /** How deep the elements in `content` nest. */
  depth: number;
}

/** Finds the emphasis in a row of nodes. A run that matches nothing becomes text. */
export function resolveEmphasis(inlines: readonly Inline[]): ContentNode[] {
  const emphasis = new Emphasis();
  for (const inline of inlines) emphasis.add(inline);
  return emphasis.finish();
}

/** CommonMark's rules of emphasis in one pass: a node moves once for each element around it, and no run looks twice for an opener. */
class Emphasis {
  readonly #nodes: ContentNode[] = [];
  readonly #openers: Opener[] = [];
  /** For each kind of closing run, the latest opener that it need not look at again. */
  readonly #floors = new Map<string, number>();
  #ids = 0;

  add(inline: Inline): void {
    if (inline.type !== 'run') this.#append(inline, depthOf(inline));
    else {
      const left = inline.canClose ? this.#close(inline) : inline.length;
      if (left > 0 && inline.canOpen) {
        this.#openers.push({ run: inline, id: ++this.#ids, left, content: [], depth: 0 });
      } else if (left > 0) this.#append(text(inline.character.repeat(left)));
    }
  }

  finish(): ContentNode[] {
    this.#dropOpeners(0);
    return joinTexts(this.#nodes);
  }

  #append(node: ContentNode, depth = 0): void {
    const outer = this.#openers.at(-1);
    (outer?.content ?? this.#nodes).push(node);
    if (outer) outer.depth = Math.max(outer.depth, depth);
  }

  /** Puts elements around what the openers of this run have opened. Returns how many delimiters are left. */
  #close(run: Run): number {
    let left = run.length;
    while (left > 0) {
      const index = this.#findOpener(run);
      const opener = this.#openers[index];
      if (!opener) break;
      const depth = this.#openers.slice(index).reduce((deepest, each) => Math.max(deepest, each.depth), 0) + 1;
      if (depth > maxNesting) {
        this.#dropOpeners(0);
        break;
      }
      this.#dropOpeners(index + 1);
      const used = opener.left > 1 && left > 1 ? 2 : 1;
      const tagName = run.character === '~' ? 'del' : used === 2 ? 'strong' : 'em';
      const wrapped = element(tagName, joinTexts(opener.content));
      left -= used;
      opener.left -= used;
      opener.content = [];
      opener.depth = 0;
      if (opener.left === 0) this.#openers.pop();
      this.#append(wrapped, depth);
    }
    return left;
  }

  /** The place of the last opener that the run closes, or -1. */
  #findOpener(run: Run): number {
    const kind = `${run.character}${run.canOpen}${run.character === '~' ? 0 : run.length % 3}`;
    const floor = this.#floors.get(kind) ?? 0;
    let index = this.#openers.length - 1;
    for (; index >= 0; index--) {
      const opener = this.#openers[index];
      if (!opener || opener.id <= floor) break;
      if (matches(opener.run, run)) return index;
    }
    this.#floors.set(kind, this.#ids);
    return -1;
  }

  /** Makes text of all openers from this place on. */
  #dropOpeners(from: number): void {
    const dropped = this.#openers.splice(from);
    for (const { run, left, content, depth } of dropped) {
      this.#append(text(run.character.repeat(left)), depth);
      for (const node of content) this.#append(node);
    }
  }
}

function depthOf(node: ContentNode): number {
  return node.type === 'text' ? 0 : node.children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0) + 1;
}

function matches(opener: Run, closer: Run): boolean {
  if (opener.character !== closer.character) return false;
  // A run that might both open and close: `*a**b*` is not `<em>a</em><em>b</em>`.
  const isAmbiguous = opener.canClose || closer.canOpen;
  const sum = opener.length + closer.length;
  return !isAmbiguous || sum % 3 !== 0 || opener.length % 3 === 0;
}

/** Makes one text of those that stand beside each other. */
function joinTexts(nodes: readonly ContentNode[]): ContentNode[] {
  const joined: ContentNode[] = [];
  let value = '';
  const flush = (): void => {
    if (value) joined.push(text(value));
    value = '';
  };
  for (const node of nodes) {
    if (node.type === 'text') value += node.value;
    else {
      flush();
      joined.push(node);
    }
  }
  flush();
  return joined;
}
