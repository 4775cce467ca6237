const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Decodes HTML character references. `replaceUnknown` returns the text for a named reference that is not among the few
 * known here.
 */
export function decodeEntities(html: string, replaceUnknown: (reference: string) => string): string {
  return html.replace(
    /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi,
    (reference, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? replaceUnknown(reference);
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}
