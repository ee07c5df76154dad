import { Combobox } from '@mantine/core'
import type { ReactElement } from 'react'
import type { Translate } from '@core/messages/translator'
import type { PlanDocument } from '@core/plan/plan-document'
import { findItems } from './find-index'

/** Only the best few of 15,000 are ever options. */
const most = 12

/** The items that fit what was typed, by any of their fields; none of those that are chosen already. */
export const itemOptions = (t: Translate, document: PlanDocument, query: string, chosen: readonly string[] = []) =>
  query.trim() === '' ? [] : findItems(t, document, query, most + chosen.length).filter(({ id }) => !chosen.includes(id)).slice(0, most)

/** What can be chosen, under a field that is written in. */
export const ItemOptions = ({ label, options }: { readonly label: string; readonly options: ReturnType<typeof itemOptions> }): ReactElement => (
  <Combobox.Dropdown hidden={options.length === 0}>
    <Combobox.Options aria-label={label}>
      {options.map(({ id, name }) => <Combobox.Option key={id} value={id}>{name} <small>{id}</small></Combobox.Option>)}
    </Combobox.Options>
  </Combobox.Dropdown>
)
