import { failureOfStatus } from '../client/status-failure.ts'
import type { ApiFailure } from '../client/api-failure.ts'
import type { KubernetesObject } from '../objects/object.ts'

/** One line of a watch (metav1.WatchEvent), understood. */
export type WatchNote =
  | {
      readonly note: 'stored' | 'deleted'
      readonly object: KubernetesObject
      readonly resourceVersion: string
    }
  /** Nothing has changed up to this resourceVersion. */
  | { readonly note: 'bookmark'; readonly resourceVersion: string }
  | { readonly note: 'error'; readonly failure: ApiFailure }
  /** Not what a watch sends: cut off, or put there by something between us and the API server. */
  | { readonly note: 'malformed' }

/** Puts lines together again that the network has cut anywhere. */
export class LineCutter {
  #rest = ''

  /** The lines that are complete now. */
  take(text: string): readonly string[] {
    const all = this.#rest + text
    const end = all.lastIndexOf('\n') + 1
    this.#rest = all.slice(end)
    const lines = all.slice(0, end).split('\n')
    return lines.filter((line) => line.trim() !== '')
  }

  /** Whether the last line has no end: a watch that closes there was cut. */
  get cut(): boolean {
    return this.#rest.trim() !== ''
  }
}

const MALFORMED: WatchNote = { note: 'malformed' }

const KNOWN: ReadonlySet<unknown> = new Set(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK'])

/** Undefined: a type of event that is not known here, which is skipped, as the API asks of clients. */
export function parseWatchLine(line: string): WatchNote | undefined {
  const event = parsed(line)
  if (event === undefined || !isObject(event['object'])) return MALFORMED
  const { type, object } = event as { type: unknown; object: Record<string, unknown> }
  if (type === 'ERROR') return { note: 'error', failure: failureOfStatus(object) }
  if (!KNOWN.has(type)) return undefined
  const resourceVersion = resourceVersionOf(object)
  if (resourceVersion === undefined) return MALFORMED
  if (type === 'BOOKMARK') return { note: 'bookmark', resourceVersion }
  if (!isNamed(object)) return MALFORMED
  return { note: type === 'DELETED' ? 'deleted' : 'stored', object, resourceVersion }
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function resourceVersionOf({ metadata }: Record<string, unknown>): string | undefined {
  const version = isObject(metadata) ? metadata['resourceVersion'] : undefined
  return typeof version === 'string' && version !== '' ? version : undefined
}

function isNamed(object: Record<string, unknown>): object is KubernetesObject & typeof object {
  const { metadata } = object
  return isObject(metadata) && typeof metadata['name'] === 'string'
}
