import { type ContentNode, element, text } from '../tree.js';

/** Maximum nesting of emphasis. */
const maxNesting = 16;

/** Adjacent delimiters that may open or close emphasis: `*`, `_` or `~~`. */
export interface Run {
  readonly type: 'run';
  readonly character: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

export type Inline = ContentNode | Run;

/** A run that has not been closed yet. */
interface Opener {
  readonly run: Run;
  /** Increases with each opener. */
  readonly id: number;
  /** Delimiters not used yet. */
  unused: number;
  /** The nodes after the run, up to the next opener. */
  content: ContentNode[];
  /** Nesting depth of the elements in `content`. */
  depth: number;
}

/** Resolves the emphasis in a list of nodes. A run without a match becomes text. */
export function resolveEmphasis(inlines: readonly Inline[]): ContentNode[] {
  const emphasis = new Emphasis();
  for (const inline of inlines) emphasis.add(inline);
  return emphasis.finish();
}

/**
 * CommonMark's rules for emphasis in one pass. A node moves once for each element around it, and no run searches the same openers twice.
 */
class Emphasis {
  readonly #nodes: ContentNode[] = [];
  readonly #openers: Opener[] = [];
  /** The id of the latest opener that each kind of closing run has already been compared with. */
  readonly #floors = new Map<string, number>();
  #ids = 0;

  add(inline: Inline): void {
    if (inline.type !== 'run') this.#append(inline, depthOf(inline));
    else {
      const unused = inline.canClose ? this.#close(inline) : inline.length;
      if (unused > 0 && inline.canOpen) {
        this.#openers.push({ run: inline, id: ++this.#ids, unused, content: [], depth: 0 });
      } else if (unused > 0) this.#append(text(inline.character.repeat(unused)));
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

  /** Wraps the content of the openers that this run closes. Returns the number of unused delimiters. */
  #close(run: Run): number {
    let unused = run.length;
    while (unused > 0) {
      const index = this.#findOpener(run);
      const opener = this.#openers[index];
      if (!opener) break;
      const depth = this.#openers.slice(index).reduce((deepest, each) => Math.max(deepest, each.depth), 0) + 1;
      if (depth > maxNesting) {
        this.#dropOpeners(0);
        break;
      }
      this.#dropOpeners(index + 1);
      const used = opener.unused > 1 && unused > 1 ? 2 : 1;
      const tagName = run.character === '~' ? 'del' : used === 2 ? 'strong' : 'em';
      const wrapped = element(tagName, joinTexts(opener.content));
      unused -= used;
      opener.unused -= used;
      opener.content = [];
      opener.depth = 0;
      if (opener.unused === 0) this.#openers.pop();
      this.#append(wrapped, depth);
    }
    return unused;
  }

  /** Returns the index of the last opener that the run closes, or -1. */
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

  /** Turns all openers from this index on into text. */
  #dropOpeners(from: number): void {
    const dropped = this.#openers.splice(from);
    for (const { run, unused, content, depth } of dropped) {
      this.#append(text(run.character.repeat(unused)), depth);
      for (const node of content) this.#append(node);
    }
  }
}

function depthOf(node: ContentNode): number {
  return node.type === 'text' ? 0 : node.children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0) + 1;
}

function matches(opener: Run, closer: Run): boolean {
  if (opener.character !== closer.character) return false;
  // CommonMark's "rule of 3" for runs that can both open and close: `*a**b*` is not `<em>a</em><em>b</em>`.
  const isAmbiguous = opener.canClose || closer.canOpen;
  const sum = opener.length + closer.length;
  return !isAmbiguous || sum % 3 !== 0 || opener.length % 3 === 0;
}

/** Joins adjacent texts. */
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
