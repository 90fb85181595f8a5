import { isPlainObject } from '../values/json.ts'

/** Begins like a word or an address and holds nothing that YAML might take for something else. */
const SAFE = /^[A-Za-z][\w./-]*$|^\d[\w./:-]*[\w/]$/
const RESERVED = /^(?:true|false|null|y|n|yes|no|on|off|[-+.\d_:]+|0x[\da-f]+|\d+e\d+)$/i
const DOTTED = /^\d+\.\d+\.[\d.]+$/

/** A value as one would type it in a YAML file, on one line: for hints. */
export function yamlText(value: unknown): string {
  if (typeof value === 'string') return textInYaml(value)
  if (Array.isArray(value)) return `[${value.map(yamlText).join(', ')}]`
  if (!isPlainObject(value)) return JSON.stringify(value ?? null)
  return `{${Object.entries(value)
    .map(([name, each]) => `${yamlText(name)}: ${yamlText(each)}`)
    .join(', ')}}`
}

function textInYaml(text: string): string {
  const plain = SAFE.test(text) && (DOTTED.test(text) || !RESERVED.test(text))
  return plain ? text : `"${text.replace(/["\\]/g, '\\$&')}"`
}
