/** A text and where it came from: `path` is what findings name. */
export interface SourceText {
  readonly path: string
  readonly text: string
}
