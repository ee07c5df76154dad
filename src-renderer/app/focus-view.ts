/**
 * Puts the focus into the view where it lies nowhere, as after what held it has gone: the keyboard goes on from there.
 * What has the focus keeps it.
 */
export const focusViewIfLost = (): void => {
  const { activeElement, body } = document
  if (activeElement === null || activeElement === body) document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
}
