/** Puts the focus where it says when it lies nowhere, as after what held it has gone. What has the focus keeps it. */
export const focusIfLost = (selector: string): void => {
  const { activeElement, body } = document
  if (activeElement === null || activeElement === body) document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
}

/** The same for the view, once a dialog has gone: the keyboard goes on from there. */
export const focusViewIfLost = (): void => focusIfLost('main')
