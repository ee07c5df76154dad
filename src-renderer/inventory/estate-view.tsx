import type { ReactElement } from 'react'

/** The inventory as tables: items, dependencies, platforms, rules. Fills its parent. */
export const EstateView = (): ReactElement => <section data-view="estate" />
