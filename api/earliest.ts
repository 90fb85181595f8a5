/** The first of some times; undefined stands for never. */
export function earliest(times: Iterable<number | undefined>): number | undefined {
  let first: number | undefined
  for (const time of times)
    if (time !== undefined && (first === undefined || time < first)) first = time
  return first
}
