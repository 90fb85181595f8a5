import type { SpeakerReport } from './report.ts'

/** Where reports go: one line each. */
export type SpeakerLog = (report: SpeakerReport) => void
