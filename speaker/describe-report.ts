import type { SpeakerReport } from './report.ts'

/** One line for people: level, event, and what it says. */
export function describeReport(report: SpeakerReport): string {
  return `${report.level} ${report.event}: ${sentence(report)}`
}

function sentence(report: SpeakerReport): string {
  if ('hint' in report) return `${placeOf(report)}${report.message} (${report.hint})`
  switch (report.event) {
    case 'PlanInForce':
      return `${report.addresses} addresses of segment ${report.segment}, ${report.digest}`
    case 'NodeResolved':
      return `${report.node} (${report.address}) is at ${report.mac} on ${report.link}`
    case 'Announced':
      return `${report.address} is at ${report.node} (${report.mac}) on ${report.link}`
    case 'Withdrawn':
      return `${report.address} is not answered any more`
    case 'LinkUp':
      return `${report.link} (${report.mac})`
    case 'LinkDown':
      return `${report.link}: nothing is answered there`
    case 'SpeakerStarted':
      return `${report.plan} on ${report.links.join(', ')}`
    case 'SpeakerStopped':
      return `by ${report.signal}`
  }
}

function placeOf(report: SpeakerReport): string {
  if (!('at' in report) || report.at === undefined) return ''
  const { file, line, column } = report.at
  return `${file}:${line}:${column}: `
}
