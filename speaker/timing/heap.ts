/** The least of many values: found at once, added and taken in O(log n). */
export interface Heap<Value> {
  readonly size: number
  readonly least: Value | undefined
  push(value: Value): void
  /** Removes the least value and returns it; undefined if there is none. */
  pop(): Value | undefined
}

/** A strict total order: two values of which neither is before the other come in any order. */
type IsBefore<Value> = (a: Value, b: Value) => boolean

/** A binary heap of these values, made in O(n) in the list itself, which is the heap's from then on. */
export function createHeap<Value extends object>(
  isBefore: IsBefore<Value>,
  values: Value[],
): Heap<Value> {
  for (let at = values.length >>> 1; at >= 0; at--) {
    const value = values[at]
    if (value !== undefined) sink(values, isBefore, value, at)
  }
  return {
    get size() {
      return values.length
    },
    get least() {
      return values[0]
    },
    push: (value) => rise(values, isBefore, value),
    pop() {
      const least = values[0]
      const last = values.pop()
      if (last !== undefined && values.length > 0) sink(values, isBefore, last, 0)
      return least
    },
  }
}

/** Adds the value: those above it that come after it move down. */
function rise<Value>(values: Value[], isBefore: IsBefore<Value>, value: Value): void {
  let at = values.length
  while (at > 0) {
    const parent = (at - 1) >>> 1
    const above = values[parent]
    if (above === undefined || !isBefore(value, above)) break
    values[at] = above
    at = parent
  }
  values[at] = value
}

/** Puts the value in the place of the one at `start`: those below that come before it move up. */
function sink<Value>(
  values: Value[],
  isBefore: IsBefore<Value>,
  value: Value,
  start: number,
): void {
  let at = start
  for (;;) {
    const child = lesserChild(values, isBefore, at)
    const below = values[child]
    if (below === undefined || !isBefore(below, value)) break
    values[at] = below
    at = child
  }
  values[at] = value
}

function lesserChild<Value>(values: Value[], isBefore: IsBefore<Value>, at: number): number {
  const left = values[2 * at + 1]
  const right = values[2 * at + 2]
  const isRight = left !== undefined && right !== undefined && isBefore(right, left)
  return isRight ? 2 * at + 2 : 2 * at + 1
}
