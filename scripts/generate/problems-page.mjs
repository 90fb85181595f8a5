const BLOCKS = [
  ['BW1', 'Text and schema'],
  ['BW2', 'Pools'],
  ['BW3', 'Pools against the cluster'],
  ['BW4', 'Allocation'],
  ['BW5', 'Candidates, choice, guard'],
]

const SEVERITIES = {
  error: 'error: this part of the input is not used',
  warning: 'warning: it is used, but is probably a mistake',
  info: 'info: good to know',
}

const HEAD = `<!-- Generated from api/codes/codes.ts by "npm run generate". Do not edit. -->

# Problem codes

Every message about an input has a code. Codes are stable: a code never gets another meaning.
`

/** docs/problems.md: each code with its cause and cure; at the end the codes that are not given any more. */
export function problemsPage(codes, retiredCodes) {
  const entries = Object.entries(codes)
  const blocks = BLOCKS.map(([prefix, title]) => ({
    title: `${prefix}: ${title.toLowerCase()}`,
    entries: entries.filter(([code]) => code.startsWith(prefix)),
  }))
  const known = blocks.flatMap((block) => block.entries)
  if (known.length !== entries.length) throw new Error('a finding code belongs to no block')
  return [
    HEAD,
    overview(entries),
    ...blocks.filter((block) => block.entries.length > 0).map(section),
    retired(retiredCodes),
  ].join('\n')
}

function overview(entries) {
  const rows = entries.map(
    ([code, { name, severity }]) => `| [${code}](#${anchor(code, name)}) | ${name} | ${severity} |`,
  )
  return ['| code | name | severity |', '|---|---|---|', ...rows, ''].join('\n')
}

function anchor(code, name) {
  return `${code}-${name}`.toLowerCase()
}

function section({ title, entries }) {
  return [`## ${title}\n`, ...entries.map(([code, entry]) => problem(code, entry))].join('\n')
}

function problem(code, { name, severity, cause, cure }) {
  return `### ${code} ${name}\n\n*${SEVERITIES[severity]}*\n\n**Cause.** ${cause}\n\n**Cure.** ${cure}\n`
}

function retired(codes) {
  const lines = Object.entries(codes).map(([code, why]) => `- ${code}: ${why}`)
  return [
    '## Retired codes\n',
    'These are not given any more, and not used again.\n',
    ...lines,
    '',
  ].join('\n')
}
