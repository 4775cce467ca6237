/** Text without tags, entities and differences of white space: for telling whether two bodies say the same, never for showing. */
export function plainText(source: string): string {
  return source
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#0?39|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#039': "'" };
