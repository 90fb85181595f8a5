/** What is wrong, in one line, and what to do about it. */
export interface Cure {
  readonly message: string
  readonly hint: string
}
