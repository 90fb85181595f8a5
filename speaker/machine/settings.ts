import type { SpeakerSettings } from '../lan/settings.ts'

/** What holds where the user has set nothing. */
export const DEFAULT_SETTINGS: SpeakerSettings = {
  burstMilliseconds: [0, 50, 200, 1100, 5000],
  refreshSeconds: 300,
  framesPerSecond: 8000,
  probesPerSecond: 3500,
}
