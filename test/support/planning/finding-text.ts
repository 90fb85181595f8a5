import { compareFindings, type Finding } from '../../../api/finding.ts'

/** `line:column CODE <text under the caret> message -> hint`, in the order in which findings are shown. */
export function findingTexts(findings: readonly Finding[]): string[] {
  return [...findings].sort(compareFindings).map(({ code, at, message, hint }) => {
    const where = at === undefined ? '' : `${at.line}:${at.column} `
    const under = at?.lineText.slice(at.column - 1, at.column - 1 + at.length)
    const caret = under === undefined ? '' : `<${under}> `
    return `${where}${code} ${caret}${message} -> ${hint}`
  })
}
