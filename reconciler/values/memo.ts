/**
 * The same function, which is asked once for each object and remembers the answer as long as the object lives.
 * Only for functions of the object alone, and objects that nobody changes: a changed one is another object, as a
 * watch hands them over. Then nobody can tell the difference, except by the time that it takes.
 */
export function onceForEach<Key extends object, Value>(
  answer: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = { value: answer(key) }))
    return found.value
  }
}

/**
 * The same function of a list, which remembers the answer for the last list that began with an object: another list of
 * the same objects in the same order is given the same answer. What holds for `onceForEach` holds for each of them.
 */
export function onceForList<Value>(
  answer: (items: readonly unknown[]) => Value,
): (items: readonly unknown[]) => Value {
  const known = new WeakMap<object, { readonly items: readonly unknown[]; readonly value: Value }>()
  return (items) => {
    const first = items[0]
    if (typeof first !== 'object' || first === null) return answer(items)
    const found = known.get(first)
    if (found !== undefined && areSame(found.items, items)) return found.value
    const value = answer(items)
    known.set(first, { items: [...items], value })
    return value
  }
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
