import type { AnnouncementPlan } from '../../api/objects.ts'
import type { FieldComplaint } from './field-finding.ts'

/** A rule between the fields of one plan: the twin of a CEL rule of the CRD. */
export interface PlanFieldRule {
  readonly twinOf: string
  readonly check: (plan: AnnouncementPlan) => readonly FieldComplaint[]
}

export const PLAN_FIELD_RULES: readonly PlanFieldRule[] = [
  { twinOf: 'metadata.name must be the name of the segment', check: nameNotSegment },
  { twinOf: 'candidates must be indexes into nodes', check: candidatesWithoutNode },
]

/** All complaints about a plan that passed the schema. */
export function checkPlanFields(plan: AnnouncementPlan): readonly FieldComplaint[] {
  return PLAN_FIELD_RULES.flatMap(({ check }) => check(plan))
}

function nameNotSegment({ metadata, spec }: AnnouncementPlan): readonly FieldComplaint[] {
  if (metadata.name === spec.segment) return []
  return [
    {
      code: 'BW1304',
      path: ['metadata', 'name'],
      message: `the plan is named \`${metadata.name}\`, but its segment is \`${spec.segment}\``,
      hint: 'use the plan as `bellwether plan` wrote it',
      other: { path: ['spec', 'segment'], message: 'the segment' },
    },
  ]
}

function candidatesWithoutNode({ spec }: AnnouncementPlan): readonly FieldComplaint[] {
  const count = spec.nodes.length
  return spec.announcements.flatMap(({ candidates }, index) => {
    const wrong = candidates.findIndex((candidate) => candidate >= count)
    if (wrong < 0) return []
    return [
      {
        code: 'BW1305' as const,
        path: ['spec', 'announcements', index, 'candidates', wrong],
        message: `candidate ${candidates[wrong]} is not the index of one of the ${count} nodes of the plan`,
        hint: 'use the plan as `bellwether plan` wrote it',
      },
    ]
  })
}
