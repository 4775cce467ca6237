/** A stage on an adapter that identifies its viewer by a bearer token. Its backend is the memory adapter of each person. */
import { type Bearer, bearer } from '../../src/adapter-kit.js';
import type { Person, Stage } from '../../src/conformance.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { jsonAdapter, serve } from './json-adapter.js';
import { memoryStage } from './memory-stage.js';

export interface TokenVariant {
  /** Replaces the tokens of the kit, for example to plant a fault. */
  readonly createBearer?: () => Pick<Bearer, 'authorize' | 'setToken' | 'onViewerChange'>;
}

const PEOPLE: readonly Person[] = ['other', 'guest', 'moderator', 'banned', 'warned'];

export async function tokenStage({ createBearer = bearer }: TokenVariant = {}): Promise<Stage> {
  const { fill: _fill, faulty: _faulty, ...stage } = memoryStage();
  const servers = new Map<string, typeof fetch>([['self', serve(stage.adapter)]]);
  for (const person of PEOPLE) servers.set(person, serve((await stage.as!(person))!));

  const send = async (url: string, init: RequestInit): Promise<Response> => {
    const { authorization = 'Bearer guest' } = (init.headers ?? {}) as { readonly authorization?: string };
    // As over a network: requests at the same time are all sent before the first response.
    await new Promise((resolve) => setTimeout(resolve));
    const server = servers.get(authorization.slice('Bearer '.length));
    return server?.(url, init) ?? Response.json({ kind: 'session-expired', message: '', info: {} }, { status: 401 });
  };
  const create = (token?: string): CommentsAdapter => {
    const session = createBearer();
    const { setToken, onViewerChange } = session;
    if (token !== undefined) setToken(token);
    const authorized = session.authorize(send as typeof fetch);
    return { ...jsonAdapter({ adapter: stage.adapter, fetch: authorized, timeLimit: 5000 }), setToken, onViewerChange };
  };
  return {
    ...stage,
    adapter: create('self'),
    as: (person) => create(person === 'guest' ? undefined : person),
    token: (person) => person,
  };
}
