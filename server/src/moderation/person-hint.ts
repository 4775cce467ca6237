import { markup, type Markup } from './markup.js';
import { fill, type PageWords } from './page-words.js';

/** How people are named on these pages. */
export const personHint = ({ own }: PageWords): Markup =>
  fill(own.personHint, { examples: markup`<code dir="ltr">person:42</code>, <code dir="ltr">guest:…</code>` });
