import { rulesInForce } from '../rules/site.js';
import type { ServerWithSites } from './read-sites.js';

/** Members of the settings that a person at the screen must not read. */
const secrets = ['secret', 'secrets', 'metricsToken'];

/** Parameters of the addresses in the settings that no one has to hide, and an operator may have to see. */
const publicParameters = ['ignoreTLS', 'name', 'sslmode'];

/** Addresses for readers. */
const forReaders = ['publicUrl', 'signInUrl', 'policyUrl', 'contact', 'href'];

/** An address without what may be a password: the user, who may be a key, the password, and the values of all parameters. */
function withoutPassword(value: string): string {
  if (!/^\s*[\w+.-]+:\/\//.test(value) || !URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.username === '' && url.password === '' && url.search === '') return value;
  if (url.username !== '') url.username = '***';
  if (url.password !== '') url.password = '***';
  for (const name of new Set(url.searchParams.keys()))
    if (!publicParameters.includes(name)) url.searchParams.set(name, '***');
  return url.href;
}

/** Some receivers have a secret in their path. */
const originOnly = ({ url }: { readonly url: string }): string => new URL(url).origin;

/** What is in force, as JSON and without secrets: the settings and the house rules of each site. */
export function settingsInForce({ config, sites }: ServerWithSites): string {
  const shown = (name: string, value: unknown): unknown => {
    if (secrets.includes(name)) return '(set)';
    if (name === 'webhooks') return (value as readonly { readonly url: string }[]).map(originOnly);
    if (name === 'judge' && Object(value) === value && 'url' in (value as object))
      return originOnly(value as { readonly url: string });
    return typeof value === 'string' && !forReaders.includes(name) ? withoutPassword(value) : value;
  };
  const ofSites = sites.map((site) => ({
    ...(site.id !== '' && { id: site.id, name: site.name, schema: site.schema, settings: site.config }),
    rules: rulesInForce(site),
  }));
  const [only, ...others] = ofSites;
  return JSON.stringify(
    { settings: config, ...(others.length === 0 && sites[0]?.id === '' ? only : { sites: ofSites }) },
    shown,
    2,
  );
}
