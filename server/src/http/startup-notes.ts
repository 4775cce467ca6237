import { isThisMachine, type ServerConfig } from '../rules/config.js';
import { houseRules, type HouseRules } from '../rules/house-rules.js';
import type { ServerWithSites } from './read-sites.js';

/** The notes of all sites, those that several have once. */
export function notesOfSites({ sites }: Pick<ServerWithSites, 'sites'>): readonly string[] {
  const ids = new Map<string, string[]>();
  for (const { id, config, rules } of sites)
    for (const note of startupNotes(config, rules)) ids.set(note, [...(ids.get(note) ?? []), id]);
  return [
    ...[...ids].map(([note, some]) => (some.length === sites.length ? note : `${some.join(', ')}: ${note}`)),
    ...sharedOrigins(sites),
  ];
}

/** A note for each origin that several sites share: browsers keep only origins apart. */
function sharedOrigins(sites: ServerWithSites['sites']): readonly string[] {
  const origins = [...new Set(sites.flatMap(({ config: { publicUrl } }) => publicUrl ?? []))];
  return origins.flatMap((origin) => {
    const ids = sites.filter(({ config }) => config.publicUrl === origin).map(({ id }) => id);
    if (ids.length < 2 || isThisMachine(new URL(origin))) return [];
    return `${ids.join(', ')}: PUBLIC_URL is ${origin} for all of them, and a browser keeps only origins apart. Set a PUBLIC_URL of its own for each site, unless the same people moderate them.`;
  });
}

/** What a person who starts the server should know about its settings. Empty if there is nothing to say. */
export function startupNotes(
  {
    identities,
    publicUrl,
    proxies,
    outgoing,
    requireReasons = false,
  }: Pick<ServerConfig, 'identities' | 'publicUrl' | 'proxies' | 'outgoing' | 'requireReasons'>,
  { sendMail, reasons }: Pick<HouseRules, 'sendMail' | 'reasons'> = houseRules,
): readonly string[] {
  const notes: string[] = [];
  if (identities.kind === 'guests')
    notes.push(
      'Nobody can sign in, so all readers are guests and nobody can moderate. Set JWT_SECRET or JWKS_URL, or DEMO_SIGN_IN=1 to try things out: docs/server.md.',
    );
  if (identities.kind === 'demo')
    notes.push('DEMO_SIGN_IN=1: anybody who reaches this server can sign in as anybody, moderators too.');
  // The server listens on the loopback interface, so other machines reach it through a proxy.
  if (proxies === 0 && publicUrl !== undefined && !isThisMachine(new URL(publicUrl)))
    notes.push(
      `PUBLIC_URL=${publicUrl} is served by a proxy, and TRUST_PROXY is 0: all readers count as one address and share its limits. Set TRUST_PROXY to the number of proxies.`,
    );
  for (const { url } of outgoing?.webhooks ?? [])
    notes.push(`Comments are sent to the webhook at ${new URL(url).origin}.`);
  if (outgoing?.judge)
    notes.push(`Each comment is judged by ${new URL(outgoing.judge.url).origin} before it is published.`);
  if (identities.kind === 'jwt' && !requireReasons)
    notes.push(
      'Moderators can remove, reject, hide and ban without reasons. Set REQUIRE_REASONS=1 to require them, as the EU Digital Services Act does: docs/server.md.',
    );
  if (!sendMail && reasons.some(({ form }) => form === 'notice'))
    notes.push(
      'Mails to the senders of notices wait in the database, because no mailer is set. Set sendMail in server/src/rules/house-rules.ts: docs/server.md.',
    );
  return notes;
}
