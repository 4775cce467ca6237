import { markup, type Markup } from './markup.js';
import { fill, type PageWords } from './page-words.js';

/** Says who else is working on a comment; empty if no one is. */
export const handledBy = (names: readonly string[], { own }: PageWords): Markup =>
  names.length === 0
    ? markup``
    : fill(own.handledBy, { names: names.map((name, index) => [index > 0 && ', ', markup`<bdi>${name}</bdi>`]) });
