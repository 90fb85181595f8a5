import * as yaml from 'js-yaml'
import type { Finding } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { readPlanDocuments } from '../../api/plan-documents.ts'
import { planFromObject } from '../../api/plan-text.ts'
import type { SourceText } from '../source/source.ts'

/** What a text of plans holds. */
export interface ParsedPlans {
  /** In the order of the text. */
  readonly plans: readonly AnnouncementPlan[]
  /** Errors: what could not be read. To plan without it would give away the addresses that it holds. */
  readonly findings: readonly Finding[]
}

/**
 * Reads AnnouncementPlans from a text of JSON or YAML: what `formatPlan` and `bellwether plan -o json|yaml` wrote, or
 * `kubectl get announcementplans` printed. A text may hold several documents and Lists. `path` is what findings name.
 * Never throws: what is no plan is a finding (BW5001).
 */
export function parsePlans({ path, text }: SourceText): ParsedPlans {
  const read = readPlanDocuments(path, text, yaml)
  if ('message' in read) {
    const { message, ...where } = read
    const finding = makeFinding('BW5001', { message: `${path} is ${message}`, ...where })
    return { plans: [], findings: [finding] }
  }
  const results = read.documents.map(planFromObject)
  return {
    plans: results.flatMap((result) => ('spec' in result ? [result] : [])),
    findings: results.flatMap((result) => ('spec' in result ? [] : result)),
  }
}
