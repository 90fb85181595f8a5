/** What a server of pages tells of itself. */
export type PageServerReport =
  | { readonly level: 'info'; readonly event: 'HttpServing'; readonly address: string }
  | {
      readonly level: 'error'
      readonly event: 'HttpNotServed'
      readonly address: string
      readonly message: string
      readonly hint: string
    }
