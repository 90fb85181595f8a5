import { FINDING_CODES } from '../../api/codes/codes.ts'
import { compareFindings, describeObject } from '../../api/finding.ts'
import type { Finding } from '../../api/finding.ts'
import { countText, placeText } from './findings.ts'
import type { Severity } from '../../api/codes/entry.ts'

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/** GitHub shows so many annotations of each kind for one step, and drops the rest without a word. */
const MOST_PER_STEP = 10

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
 * What goes beyond GitHub's limit is counted.
 */
export function renderFindingsGithub(findings: readonly Finding[]): string {
  const sorted = [...findings].sort(compareFindings)
  return (['error', 'warning', 'info'] as const)
    .map((severity) => annotations(sorted.filter((finding) => finding.severity === severity)))
    .join('')
}

function annotations(findings: readonly Finding[]): string {
  const shown = findings.slice(0, MOST_PER_STEP).map((finding) => `${annotation(finding)}\n`)
  const [hidden] = findings.slice(MOST_PER_STEP)
  if (hidden === undefined) return shown.join('')
  const more = countText(findings.length - MOST_PER_STEP, COMMANDS[hidden.severity])
  return `${shown.join('')}and ${more} more: "bellwether validate" on a terminal shows all\n`
}

function annotation({ code, severity, message, hint, at, object, related = [] }: Finding): string {
  const place = at && {
    file: at.file,
    line: at.line,
    col: at.column,
    endColumn: at.column + at.length,
  }
  const properties = Object.entries({ ...place, title: `${code} ${FINDING_CODES[code].name}` })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',')
  const about = at === undefined ? describeObject(object) : ''
  const lines = [
    about === '' ? message : `${about}: ${message}`,
    hint,
    ...related.map((other) => `${placeText(other.at)}: ${other.message}`),
  ]
  return `::${COMMANDS[severity]} ${properties}::${escapeData(lines.join('\n'))}`
}

/** As the runner of GitHub Actions undoes it. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
