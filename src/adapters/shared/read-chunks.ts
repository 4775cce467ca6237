/**
 * Yields the text of a response in the pieces it arrives in. Cancels the stream in the end, whether it was read to its
 * end, abandoned, aborted or failed.
 */
export async function* readChunks({ body }: Response, signal: AbortSignal): AsyncGenerator<string, void, undefined> {
  const reader = body?.getReader();
  if (!reader) return;
  // Cancelling a stream that has failed rejects with its error, which `read` has reported already.
  const cancel = (): void => void reader.cancel(signal.reason).catch(() => undefined);
  const decoder = new TextDecoder();
  signal.addEventListener('abort', cancel);
  // A custom `fetch` may ignore its signal.
  if (signal.aborted) cancel();
  try {
    for (let done = false; !done;) {
      const chunk = await reader.read();
      signal.throwIfAborted();
      ({ done } = chunk);
      yield decoder.decode(chunk.value, { stream: !done });
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}
