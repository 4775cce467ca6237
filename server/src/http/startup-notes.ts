import { isThisMachine, type ServerConfig } from '../rules/config.js';
import { rulesInForce, type Site } from '../rules/site.js';
import type { ServerWithSites } from './read-sites.js';

/** The notes of all sites, those that several have once. */
export function notesOfSites({ sites }: Pick<ServerWithSites, 'sites'>): readonly string[] {
  const ids = new Map<string, string[]>();
  for (const site of sites) for (const note of startupNotes(site)) ids.set(note, [...(ids.get(note) ?? []), site.id]);
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

/** What a person who starts the server should know about the settings of a site. Empty if there is nothing to say. */
export function startupNotes(site: Pick<Site, 'config' | 'rules'>): readonly string[] {
  return [...notesOnSettings(site.config), ...notesOnRules(site)];
}

function notesOnSettings({ identities, publicUrl, proxies, outgoing }: ServerConfig): readonly string[] {
  const notes: string[] = [];
  if (identities.kind === 'guests')
    notes.push(
      'Nobody can sign in, so all readers are guests and nobody can moderate. Set JWT_SECRET or JWKS_URL, or DEMO_SIGN_IN=1 to try things out.',
    );
  if (identities.kind === 'demo')
    notes.push('DEMO_SIGN_IN=1: anybody who reaches this server can sign in as anybody, moderators too.');
  if (identities.kind === 'jwt' && identities.cookie === undefined)
    notes.push(
      'Moderators cannot open the moderation pages: a browser brings a token only in a cookie. Set JWT_COOKIE to its name.',
    );
  // Where the server listens on this machine only, others reach it through a proxy.
  if (proxies === 0 && publicUrl !== undefined && !isThisMachine(new URL(publicUrl)))
    notes.push(
      `PUBLIC_URL=${publicUrl} is served by a proxy, and TRUST_PROXY is 0: all readers count as one address and share its limits. Set TRUST_PROXY to the number of proxies.`,
    );
  if (publicUrl === undefined && identities.kind !== 'demo')
    notes.push(
      'PUBLIC_URL is not set, so this server answers requests for this machine only. Set it to the address that readers use, such as https://news.example.',
    );
  for (const { url } of outgoing?.webhooks ?? [])
    notes.push(`Comments are sent to the webhook at ${new URL(url).origin}.`);
  if (outgoing?.judge)
    notes.push(`Each comment is judged by ${new URL(outgoing.judge.url).origin} before it is published.`);
  return notes;
}

/** What only a publisher can decide, and the law asks of one. */
function notesOnRules(site: Pick<Site, 'config' | 'rules'>): readonly string[] {
  const { identities, mail } = site.config;
  const { decisions, policy, reasons, redress } = rulesInForce(site);
  const notes: string[] = [];
  if (policy.url === undefined && policy.body === undefined)
    notes.push('There is no comment policy. Set POLICY_URL to the address of yours, or "policy" in RULES.');
  if (redress.href === undefined)
    notes.push('Decisions do not say where to contest them. Set CONTACT to an email address or the address of a form.');
  if (identities.kind === 'jwt' && decisions.rules.length === 0)
    notes.push('Moderators have no house rules to choose from when they give reasons. Set "decisions" in RULES.');
  if (identities.kind === 'jwt' && !decisions.required)
    notes.push(
      'Moderators can remove, reject, hide and ban without reasons. Set REQUIRE_REASONS=1 to require them, as the EU Digital Services Act does.',
    );
  if (!reasons.some(({ form }) => form === 'notice'))
    notes.push(
      'No reason of reports has the form "notice": readers cannot notify you of illegal content, as the EU Digital Services Act asks for.',
    );
  if (!mail && reasons.some(({ form }) => form === 'notice'))
    notes.push(
      'Mails to the senders of notices wait in the database, because no mail server is set. Set SMTP_URL and MAIL_FROM.',
    );
  return notes;
}
