/** The names that WordPress writes in the names of people, and in what the companion plugin hands out as typed. */
const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text that HTML stands for, without its tags. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|(\w+));/g, (entity, code?: string, name = '') =>
      code ? String.fromCodePoint(Number(code)) : (NAMES[name as string] ?? entity),
    );
