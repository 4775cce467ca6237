/** The text of an answer, piece by piece. The stream is given back however it ends: read to its end, left, failed or aborted. */
export async function* textOf({ body }: Response, signal: AbortSignal): AsyncGenerator<string, void, undefined> {
  const reader = body?.getReader();
  if (!reader) return;
  // A stream that has failed has nothing to give back.
  const giveBack = (): void => void reader.cancel(signal.reason).catch(() => undefined);
  const decoder = new TextDecoder();
  signal.addEventListener('abort', giveBack);
  try {
    for (let done = false; !done;) {
      const piece = await reader.read();
      signal.throwIfAborted();
      ({ done } = piece);
      yield decoder.decode(piece.value, { stream: !done });
    }
  } finally {
    signal.removeEventListener('abort', giveBack);
    giveBack();
  }
}

/** Longest answer that is read, in UTF-16 code units: some thousand comments. */
const LONGEST = 5_000_000;

/** The whole text of an answer; undefined for one that is too long, of which the rest is left unread. */
export async function wholeTextOf(response: Response, signal: AbortSignal): Promise<string | undefined> {
  let text = '';
  for await (const piece of textOf(response, signal)) {
    text += piece;
    if (text.length > LONGEST) return undefined;
  }
  return text;
}
