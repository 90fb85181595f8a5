import type { Position } from '../reconciler/finding.ts'
import type { SpeakerReport } from './report.ts'

/** One line for people: level, event, and what it says. */
export function describeReport(report: SpeakerReport): string {
  return `${report.level} ${report.event}: ${sentence(report)}`
}

function sentence(report: SpeakerReport): string {
  switch (report.event) {
    case 'PlanInForce':
      return `${report.addresses} addresses of segment ${report.segment}, ${report.digest}`
    case 'PlanRefused':
      return `${placeOf(report.at)}${report.message} (${report.hint})`
    case 'NodeResolved':
      return `${report.node} (${report.address}) is at ${report.mac} on ${report.link}`
    case 'Announced':
      return `${report.address} is at ${report.node} (${report.mac}) on ${report.link}`
    case 'Withdrawn':
      return `${report.address} is not answered any more`
    case 'NodeUnresolved':
    case 'AddressOnNoInterface':
    case 'AddressUnusable':
      return `${report.message} (${report.hint})`
    case 'LinkUp':
      return `${report.link} (${report.mac})`
    case 'LinkDown':
      return `${report.link}: nothing is answered there`
  }
}

function placeOf(at: Position | undefined): string {
  return at === undefined ? '' : `${at.file}:${at.line}:${at.column}: `
}
