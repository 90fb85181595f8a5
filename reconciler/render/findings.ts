import { FINDING_CODES } from '../../api/codes/codes.ts'
import { compareFindings, describeObject } from '../../api/finding.ts'
import type { Finding, Position } from '../../api/finding.ts'
import type { Severity } from '../../api/codes/entry.ts'

export interface TextOptions {
  /** Write ANSI escapes (ECMA-48 SGR) for a terminal. */
  readonly color: boolean
}

/** Findings for people, in the order of their places, each with its line and what to write instead. */
export function renderFindings(findings: readonly Finding[], options: TextOptions): string {
  const paint = options.color ? paintWithColor : plain
  return [...findings]
    .sort(compareFindings)
    .map((finding) => `${renderFinding(finding, paint)}\n`)
    .join('')
}

type Style = Severity | 'place' | 'faint'
type Paint = (style: Style, text: string) => string

const SGR: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  place: '1',
  faint: '2',
}

const plain: Paint = (_style, text) => text
const paintWithColor: Paint = (style, text) => `\u001b[${SGR[style]}m${text}\u001b[0m`

function renderFinding(finding: Finding, paint: Paint): string {
  const { code, severity, message, hint, at, related = [] } = finding
  const place = at === undefined ? objectText(finding) : placeText(at)
  const name = FINDING_CODES[code].name
  return [
    `${place === '' ? '' : `${paint('place', place)}: `}${paint(severity, severity)}: ${visible(message)} ${paint('faint', `[${code} ${name}]`)}`,
    ...(at === undefined ? [] : sourceLines(at, (text) => paint(severity, text))),
    `    ${paint('faint', '=')} ${visible(hint)}`,
    ...related.flatMap((other) => [
      `    ${placeText(other.at)}: ${visible(other.message)}`,
      ...sourceLines(other.at, (text) => paint('faint', text)),
    ]),
  ].join('\n')
}

/** Nothing where the message begins with it. */
function objectText({ object, message }: Finding): string {
  const text = describeObject(object)
  return message.startsWith(text) ? '' : text
}

/** `file:line:column`, which terminals and editors turn into a link. */
export function placeText({ file, line, column }: Position): string {
  return visible(`${file}:${line}:${column}`)
}

const LONGEST_LINE = 120
const BEFORE_CUT = 40

/** The line, and carets under the offending text; of a long line, the part around it. */
function sourceLines(at: Position, paintCaret: (text: string) => string): readonly string[] {
  if (at.lineText.trim() === '') return []
  const start = at.lineText.length > LONGEST_LINE ? Math.max(0, at.column - 1 - BEFORE_CUT) : 0
  const shown = visible(at.lineText.slice(start, start + LONGEST_LINE))
  const indent = shown.slice(0, at.column - 1 - start).replaceAll(/[^\t]/g, ' ')
  const carets = '^'.repeat(Math.min(at.length, Math.max(1, shown.length - indent.length)))
  const number = String(at.line).padStart(5)
  const cut = start > 0 ? '…' : ' '
  return [`${number} |${cut}${shown}`, `      | ${indent}${paintCaret(carets)}`]
}

/** What a terminal would obey, or what reorders the text, is shown as a replacement character. */
const UNSEEN = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function visible(text: string): string {
  return text.replaceAll(UNSEEN, '\ufffd')
}

/** `2 errors, 1 warning`; `no problems` if there are none. */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'info'] as const).map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  }))
  const present = counts.filter(({ count }) => count > 0)
  return present.length === 0
    ? 'no problems'
    : present.map(({ severity, count }) => countText(count, WORDS[severity])).join(', ')
}

const WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** `1 error`, `2 errors`: for words whose plural ends in s. */
export function countText(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
