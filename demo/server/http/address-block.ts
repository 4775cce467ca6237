import { isIPv4, isIPv6 } from 'node:net';

/**
 * What limits by address count as one client: an IPv4 address, or the first 64 bits of an IPv6 address, which is what a
 * household gets. Some proxies add the port to `X-Forwarded-For`; it is left out. Text that is no address is returned as it
 * is.
 */
export function addressBlock(address: string): string {
  const host = withoutPort(address);
  if (!isIPv6(host)) return host;
  const groups = groupsOf(host);
  // An IPv4 client of a socket that listens on IPv6, `::ffff:192.0.2.1`.
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return groups.slice(6).flatMap(bytesOf).join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function withoutPort(address: string): string {
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(address) ?? [];
  if (bracketed !== undefined) return bracketed;
  const [, ipv4 = ''] = /^([\d.]+):\d+$/.exec(address) ?? [];
  return isIPv4(ipv4) ? ipv4 : address;
}

/** The eight groups of an IPv6 address, in lower case and without leading zeros. */
function groupsOf(address: string): readonly string[] {
  // The URL parser normalises every notation but the zone, which names an interface of this machine.
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`);
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const [left, right] = [before ?? [], after ?? []];
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

function bytesOf(group: string): readonly number[] {
  const number = parseInt(group, 16);
  return [number >> 8, number & 255];
}
