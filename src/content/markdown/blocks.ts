/** The numbers of the first and the last line of a block that have content. A gap between two blocks is blank lines. */
interface Extent {
  readonly start: number;
  end: number;
}

export interface Paragraph extends Extent {
  readonly type: 'paragraph';
  /** Without indentation. */
  readonly lines: string[];
}

export interface Heading extends Extent {
  readonly type: 'heading';
  readonly source: string;
}

export interface Code extends Extent {
  readonly type: 'code';
  readonly lines: string[];
  /** Undefined for indented code. */
  readonly fence: { readonly marker: string; readonly indent: number } | undefined;
}

export interface Rule extends Extent {
  readonly type: 'rule';
}

export interface Quote extends Extent {
  readonly type: 'quote';
  readonly children: Block[];
}

export interface Item extends Extent {
  readonly type: 'item';
  readonly children: Block[];
  /** Columns of indentation that a line needs to belong to the item. */
  readonly indent: number;
}

export interface List extends Extent {
  readonly type: 'list';
  readonly children: Item[];
  /** The last character of the marker. Another delimiter starts a new list. */
  readonly delimiter: string;
  /** The first number of an ordered list. */
  readonly first: number | undefined;
}

export interface Root extends Extent {
  readonly type: 'root';
  readonly children: Block[];
}

export type Container = Root | Quote | List | Item;
export type Block = Paragraph | Heading | Code | Rule | Quote | List;

/** Whether blank lines separate the items of a list, or the blocks in one of them. */
export function isLoose({ children }: List): boolean {
  return hasGap(children) || children.some((item) => hasGap(item.children));
}

function hasGap(blocks: readonly Extent[]): boolean {
  return blocks.some(({ start }, index) => start - (blocks[index - 1]?.end ?? start) > 1);
}
