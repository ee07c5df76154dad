export interface PreventableEvent {
  readonly preventDefault: () => void
  readonly defaultPrevented: boolean
}

/** An event whose default the listeners may prevent, with further fields as Electron gives them. */
export const preventableEvent = <Fields extends object>(fields: Fields): PreventableEvent & Fields => {
  let isPrevented = false
  const event = {
    ...fields,
    preventDefault: () => {
      isPrevented = true
    },
    get defaultPrevented() {
      return isPrevented
    },
  }
  return event
}
