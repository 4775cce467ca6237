/** A UUID, version 4 of RFC 9562. `crypto.randomUUID` is missing on pages without TLS, where `getRandomValues` is not. */
export function submitKey(): string {
  const [...bytes] = crypto.getRandomValues(new Uint8Array(16));
  const hex = bytes
    .map((byte, index) => (index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
