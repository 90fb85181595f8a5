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
