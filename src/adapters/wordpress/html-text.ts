/** The names that WordPress itself writes; everything else comes as a number. */
const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', hellip: '…', rsquo: '’' };

/** What a reader would see of HTML that stands for a text: no tags, and no entities. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|#(x[\da-f]{1,5})|(\w+));/gi, (entity, decimal?: string, hex?: string, name?: string) =>
      name ? (NAMES[name] ?? entity) : String.fromCodePoint(Number(decimal ?? `0${hex}`)),
    );
