import type { AnnouncementPlan, PlanAnnouncement } from '../../api/objects.ts'
import { formatPlan } from '../../api/plan-text.ts'

/** etcd's default for a request, and so the API server's for an object. */
export const MAX_PLAN_BYTES = 1.5 * 1024 * 1024

/**
 * The length of `formatPlan`'s text in bytes, without making the text of the announcements: that would take
 * longer than choosing their candidates. All texts of a plan are names and addresses: ASCII, with nothing to
 * escape.
 */
export function planBytes(plan: AnnouncementPlan): number {
  const { announcements } = plan.spec
  const rest = formatPlan({ ...plan, spec: { ...plan.spec, announcements: [] } })
  const commas = Math.max(0, announcements.length - 1)
  return announcements.reduce((sum, one) => sum + announcementBytes(one), rest.length + commas)
}

const FIELDS = '{"address":"","services":[],"pool":"","candidates":[],"since":""}'.length

const PORT_FIELD = ',"healthCheckNodePort":'.length

function announcementBytes({
  address,
  services,
  pool,
  candidates,
  since,
  healthCheckNodePort,
}: PlanAnnouncement): number {
  const texts = address.length + pool.length + since.length
  const keys = services.reduce((sum, key) => sum + key.length + 2, services.length - 1)
  const indexes = candidates.reduce((sum, index) => sum + digits(index), 0)
  const port = healthCheckNodePort === undefined ? 0 : PORT_FIELD + digits(healthCheckNodePort)
  return FIELDS + texts + keys + indexes + port + Math.max(0, candidates.length - 1)
}

function digits(index: number): number {
  return index < 10 ? 1 : 1 + digits(Math.floor(index / 10))
}
