import { readFile } from 'node:fs/promises'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { Finding } from '../../../api/finding.ts'
import { planFromObject } from '../../../api/plan-text.ts'
import type { Unreadable } from '../../../api/plan-documents.ts'
import { parsePlanDocuments } from '../../../api/plan-documents.ts'
import { compareText } from '../../../api/order.ts'

/** The plans of a file, one for each segment, or why there are none. */
export type PlanReading = { readonly plans: readonly AnnouncementPlan[] } | Unreadable

export function isUnreadable(reading: PlanReading): reading is Unreadable {
  return 'message' in reading
}

/** Reads a plan file; with `segment`, only the plan of that segment is taken. */
export async function readPlanFile(
  path: string,
  segment: string | undefined,
): Promise<PlanReading> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return unreadableFile(path, error as NodeJS.ErrnoException)
  }
  return plansOf(path, text, segment)
}

function unreadableFile(path: string, error: NodeJS.ErrnoException): Unreadable {
  if (error.code === 'ENOENT')
    return {
      message: `there is no file ${path}`,
      hint: 'write it with "bellwether plan ... -o json", or name another with --plan',
    }
  return {
    message: `cannot read ${path}: ${error.code ?? error.message}`,
    hint: 'see that it is a file, and that this user may read it',
  }
}

/** An empty text is no plan without addresses: what is being written, or has failed, releases nothing. */
export async function plansOf(
  path: string,
  text: string,
  segment: string | undefined,
): Promise<PlanReading> {
  const parsed = await parsePlanDocuments(path, text)
  if ('message' in parsed) return parsed
  const plans: AnnouncementPlan[] = []
  for (const document of parsed.documents) {
    const plan = planFromObject(document)
    if (Array.isArray(plan)) return notAPlan(path, describe(plan))
    plans.push(plan)
  }
  return chooseSegment(path, plans, segment)
}

/** The first finding stands for all: who wrote the file writes it again as a whole. */
function describe([first, ...others]: readonly Finding[]): string {
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  return `${first?.message ?? ''}${more}`
}

function notAPlan(path: string, problem: string): Unreadable {
  return {
    message: `${path} is not a plan: ${problem}`,
    hint: 'write the file as "bellwether plan -o json" prints it',
  }
}

function chooseSegment(
  path: string,
  plans: readonly AnnouncementPlan[],
  segment: string | undefined,
): PlanReading {
  const names = plans.map(({ spec }) => spec.segment).sort(compareText)
  const twice = names.find((name, index) => names[index - 1] === name)
  if (twice !== undefined) return notAPlan(path, `it has two plans of segment ${twice}`)
  if (names.length === 0) return notAPlan(path, 'it is empty')
  if (segment === undefined) return { plans }
  const chosen = plans.filter(({ spec }) => spec.segment === segment)
  if (chosen.length > 0) return { plans: chosen }
  return {
    message: `${path} has no plan of segment ${segment}`,
    hint: `it has: ${names.join(', ')}`,
  }
}
