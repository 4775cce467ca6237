/** Runs the tasks, at most `limit` at a time. Resolves with their results in order; rejects with the first error. */
export async function pooled<T>(tasks: readonly (() => Promise<T>)[], limit: number): Promise<T[]> {
  const results: T[] = [];
  // All workers share this iterator.
  const queue = tasks.entries();
  const work = async (): Promise<void> => {
    for (const [index, task] of queue) results[index] = await task();
  };
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}
