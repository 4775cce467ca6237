/** The dashboard of a WordPress, as the browser of a signed-in person gets it. */
import assert from 'node:assert/strict';
import type { WordPressSite } from './wordpress-site.js';
import { type Person, signIn } from './wordpress-visitors.js';

export interface Dashboard {
  /** Requests a path below `wp-admin`, or a whole address. Redirects are not followed. */
  load(path: string, form?: Readonly<Record<string, string>>): Promise<Response>;
  /** The menu and the content of a page, without the scripts before and after them. */
  page(path: string): Promise<string>;
  /** Sends the form for a decision at a path, with its hidden fields and the given ones. */
  decide(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

export async function dashboardOf(site: WordPressSite, person: Person): Promise<Dashboard> {
  const { fetch } = await signIn(site, person);
  const load: Dashboard['load'] = (path, form) =>
    fetch(path.startsWith('http') ? path : `${site.url}/wp-admin/${path}`, {
      credentials: 'include',
      redirect: 'manual',
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
  const page: Dashboard['page'] = async (path) => {
    const html = await (await load(path)).text();
    return html.slice(html.indexOf('id="menu-comments"'), html.indexOf('id="wpfooter"'));
  };
  const decide: Dashboard['decide'] = async (path, fields) => {
    const html = await page(path);
    const hidden = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? assert.fail(`There is no field "${name}".`);
    return load(path, { _wpnonce: hidden('_wpnonce'), revision: hidden('revision'), ...fields });
  };
  return { load, page, decide };
}
