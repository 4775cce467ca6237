/** The names that comment systems use when they escape text; for the rest they use numbers. */
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Replaces the common character references by what they stand for. An unknown one stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (source, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '0', 16);
    if (name) return entities.get(name) ?? source;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : source;
  });
}
