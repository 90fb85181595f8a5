/** Does `work` for each item, at most `limit` at a time, in their order. Rejects with the first fault, once the others have ended. */
export async function forEachOf<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const workers = Array.from({ length: Math.min(limit, items.length) }, async () => {
    for (const item of queue) await work(item)
  })
  const results = await Promise.allSettled(workers)
  const fault = results.find((result) => result.status === 'rejected')
  if (fault !== undefined) throw fault.reason
}
