/**
 * The seconds in the header `Retry-After` (RFC 9110, section 10.2.3); undefined if it is absent or unusable. A date is compared with
 * the server's clock, unless CORS hides that.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value) || undefined;
  const seconds = (Date.parse(value) - (Date.parse(headers.get('date') ?? '') || Date.now())) / 1000;
  return seconds > 0 ? seconds : undefined;
}
