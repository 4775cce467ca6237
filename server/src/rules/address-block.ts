import { isIPv4, isIPv6 } from 'node:net';

/**
 * What limits and bans by address count as one client: an IPv4 address, or the first 64 bits of an IPv6 address, the smallest network
 * that a household or a phone gets. An IPv6 address that stands for an IPv4 address counts as that one. Some proxies add the port to
 * `X-Forwarded-For`; it is left out. All text that is no address counts as one client, so that it makes no number of them.
 */
export function addressBlock(address: string): string {
  const host = withoutPort(address);
  if (isIPv4(host)) return host;
  if (!isIPv6(host)) return 'unknown';
  const groups = groupsOf(host);
  return embeddedIPv4(groups) ?? `${groups.slice(0, 4).join(':')}::/64`;
}

/**
 * The largest network that a household usually gets, which is one client for the limits of an address: an IPv4 address, or the first 56
 * bits of an IPv6 address. Within it, a client can have 256 blocks.
 */
export function addressNetwork(address: string): string {
  const block = addressBlock(address);
  if (!isIPv6(withoutPort(address)) || isIPv4(block)) return block;
  const [first, second, third, fourth = '0'] = groupsOf(withoutPort(address));
  return `${first}:${second}:${third}:${(parseInt(fourth, 16) & 0xff00).toString(16)}::/56`;
}

/** The IPv4 address that an IPv6 address stands for; undefined if it stands for none. */
function embeddedIPv4(groups: readonly string[]): string | undefined {
  const prefix = groups.slice(0, 6).join(':');
  // `::ffff:192.0.2.1`, a client of a socket that listens on IPv6 (RFC 4291, section 2.5.5.2), and `64:ff9b::192.0.2.1`, a client of
  // a server without IPv4 behind a NAT64 (RFC 6052, section 2.1). Otherwise, all of them would be one client.
  if (prefix === '0:0:0:0:0:ffff' || prefix === '64:ff9b:0:0:0:0') return dotted(groups.slice(6));
  // `2002:c000:201::`: 6to4 gives 65,536 networks to each IPv4 address (RFC 3056, section 2).
  if (groups[0] === '2002') return dotted(groups.slice(1, 3));
  return undefined;
}

const dotted = (groups: readonly string[]): string => groups.flatMap(bytesOf).join('.');

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
