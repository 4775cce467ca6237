import { failureOf } from './failure-of.js';
import { Shared } from './shared.js';
import { tokenFrom, type Tokens } from './token.js';

/**
 * The token to ask with once more after one was refused with a 401; such an answer has done nothing, which `onRefused` is told.
 * Throws what the answer means where no other token would help, or there is none.
 */
export async function tokenAfter(
  response: Response,
  refused: string,
  tokens: Tokens,
  signal: AbortSignal,
  onRefused: () => void,
): Promise<string> {
  const { error, isNamed } = await failureOf(response, '', signal);
  onRefused();
  const fresh = !isNamed || error.kind === 'session-expired' ? await inPlaceOf(refused, tokens, signal) : undefined;
  if (fresh === undefined) throw error;
  signal.throwIfAborted();
  return fresh;
}

/** Another token than the one that was refused; undefined where there is none. */
async function inPlaceOf(refused: string, tokens: Tokens, signal: AbortSignal): Promise<string | undefined> {
  const { source } = tokens;
  // Another request may have been refused earlier, and have led to a fresh one since.
  let token = await tokenFrom(source, { refresh: 'if-needed', signal });
  if (token === refused) {
    if (!tokens.refreshing || tokens.refreshing.isLeft)
      tokens.refreshing = new Shared((all) => tokenFrom(source, { refresh: 'now', signal: all }));
    const { refreshing } = tokens;
    token = await refreshing.join(signal);
  }
  // What was asked for by somebody is not done for nobody.
  return token === refused ? undefined : token || undefined;
}
