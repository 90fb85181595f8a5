/** Whether two values of plain JSON are the same; the order of an object's fields does not matter. */
export function equalJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object') return false
  if (one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false
  const fields = Object.keys(one)
  if (fields.length !== Object.keys(other).length) return false
  return fields.every(
    (field) => Object.hasOwn(other, field) && equalJson(valueOf(one, field), valueOf(other, field)),
  )
}

function valueOf(object: object, field: string): unknown {
  return (object as Record<string, unknown>)[field]
}
