/** On nothing that answers to keys. */
const isLost = (element: Element | null): boolean => element === null || element === document.body || element.matches('main')

/** Puts the focus where it says when it lies nowhere, as after what held it has gone. What has the focus keeps it. */
export const focusIfLost = (selector: string): void => {
  if (isLost(document.activeElement)) document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
}

/** Where the keyboard goes on in a view: in its table, its picture or on its board. */
const stops = ['grid', 'treegrid', 'application', 'treeitem'].map((role) => `main [role=${role}][tabindex="0"]`).join()

/** The same for the view, as when a dialog has gone or another view has come: the keyboard goes on from there. */
export const focusViewIfLost = (): void => {
  focusIfLost(stops)
  focusIfLost('main')
}
