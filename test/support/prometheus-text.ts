/**
 * What promtool would complain about in a page of Prometheus' text format 0.0.4: lines that are none, samples
 * without a type, series that are there twice. No complaint: no line.
 */
export function complaints(page: string): readonly string[] {
  const types = new Map<string, string>()
  const seen = new Set<string>()
  const found: string[] = []
  for (const line of page.split('\n')) {
    const problem = look(line, types, seen)
    if (problem !== undefined) found.push(`${problem}: ${line}`)
  }
  if (!page.endsWith('\n')) found.push('the last line has no end')
  return found
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const LABELS = String.raw`\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*"(?:,|(?=\})))*\}`
/** Prometheus reads NaN in any case, and prom-client writes Nan. */
const VALUE = String.raw`-?[0-9.]+(?:e[+-]?[0-9]+)?|Na[nN]|[+-]Inf`
const SAMPLE = new RegExp(`^(${NAME})(${LABELS})? (?:${VALUE})$`)
const COMMENT = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`)
const TYPES = ['counter', 'gauge', 'histogram', 'summary']

function look(line: string, types: Map<string, string>, seen: Set<string>): string | undefined {
  if (line === '') return undefined
  const comment = COMMENT.exec(line)
  if (comment !== null) return lookAtComment(comment, types)
  const sample = SAMPLE.exec(line)
  return sample === null ? 'not a sample' : lookAtSample(sample, types, seen)
}

function lookAtComment(
  [, kind, name = '', type = '']: RegExpExecArray,
  types: Map<string, string>,
): string | undefined {
  if (kind === 'HELP') return undefined
  if (types.has(name)) return 'a second type'
  types.set(name, type)
  return TYPES.includes(type) ? undefined : 'no such type'
}

function lookAtSample(
  [, metric = '', labels = '']: RegExpExecArray,
  types: ReadonlyMap<string, string>,
  seen: Set<string>,
): string | undefined {
  const type = types.get(metric) ?? types.get(metric.replace(/_(?:sum|count|bucket)$/, ''))
  if (type === undefined) return 'no type'
  if (seen.has(metric + labels)) return 'twice'
  seen.add(metric + labels)
  return type === 'counter' && !metric.endsWith('_total') ? 'a counter without _total' : undefined
}

/** The value of a sample, written as the page does, without the prefix of our metrics. */
export function valueOf(page: string, sample: string): number | undefined {
  const start = `bellwether_speaker_${sample} `
  const line = page.split('\n').find((one) => one.startsWith(start))
  return line === undefined ? undefined : Number(line.slice(start.length))
}
