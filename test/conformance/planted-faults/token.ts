import { type Bearer, bearer } from '../../../src/adapter-kit.js';
import type { Token } from '../../../src/model/adapter.js';
import { tokenStage, type TokenVariant } from '../token-stage.js';
import type { PlantedFault } from './planted-fault.js';

type Session = ReturnType<NonNullable<TokenVariant['createBearer']>>;

/** Replaces members of the kit's tokens. */
const planted = (check: string, mistake: string, override: (real: Bearer) => Partial<Session>): PlantedFault => ({
  check,
  mistake,
  makeStage: () =>
    tokenStage({
      createBearer() {
        const real = bearer();
        return { ...real, ...override(real) };
      },
    }),
});

/** Sends what was set, without a second attempt. */
function simpleBearer(textOf: (token: Token) => string | Promise<string>, real: Bearer): Partial<Session> {
  let current: Token | undefined;
  return {
    setToken(token) {
      current = token;
      real.setToken(token);
    },
    authorize:
      (fetch = globalThis.fetch) =>
      async (url, init) => {
        const text = current && (await textOf(current));
        return fetch(url, text ? { ...init, headers: { authorization: `Bearer ${text}` } } : init);
      },
  };
}

const askOnce = (token: Token): string | Promise<string> =>
  typeof token === 'function' ? token({ refresh: false, signal: new AbortController().signal }) : token;

export const tokenFaults = [
  planted('token: a text identifies the viewer', 'keeps the first token', (real) => {
    let isSet = false;
    return {
      setToken: (token) => {
        if (!isSet) real.setToken(token);
        isSet = true;
      },
    };
  }),
  planted('token: a function is called for the token', 'puts the function into the header', (real) =>
    simpleBearer((token) => String(token), real),
  ),
  planted('token: is replaced once it has been refused', 'never asks for another token', (real) =>
    simpleBearer(askOnce, real),
  ),
  planted('token: is replaced once it has been refused', 'asks for a fresh token for each request', (real) => {
    let source: Token | undefined;
    const ask = async (refresh: boolean): Promise<string> =>
      (typeof source === 'function' ? source({ refresh, signal: new AbortController().signal }) : source) ?? '';
    return {
      authorize:
        (fetch = globalThis.fetch) =>
        async (url, init) => {
          const send = (token: string): Promise<Response> =>
            fetch(url, { ...init, headers: { authorization: `Bearer ${token}` } });
          const response = await send(await ask(false));
          return response.status === 401 ? send(await ask(true)) : response;
        },
      setToken(token) {
        source = token;
        real.setToken(token);
      },
    };
  }),
  planted('token: a refused one does not prevent reading', 'passes on the refusal', (real) =>
    simpleBearer(askOnce, real),
  ),
  planted('token: another one notifies the section', 'notifies nobody', () => ({ onViewerChange: () => () => {} })),
  planted('token: another one notifies the section', 'notifies for the same token', (real) => ({
    setToken(token) {
      real.setToken(undefined);
      real.setToken(token);
    },
  })),
] satisfies readonly PlantedFault[];
