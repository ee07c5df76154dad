import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { ItemOptions, itemOptions } from './item-options'

/** Chooses one item by any of its fields. */
export const OneItemPicker = ({ label, itemId, isFirst = false, onChoose }: {
  readonly label: string
  /** Takes the focus when it appears. */
  readonly isFirst?: boolean
  readonly itemId: string | null
  readonly onChoose: (itemId: string) => void
}): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { itemById } = useLookup()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [query, setQuery] = useState<string | null>(null)
  const name = itemId === null ? '' : (itemById.get(itemId)?.name ?? '')
  const options = itemOptions(t, document, query ?? '')
  const first = options[0]?.id
  useEffect(() => {
    if (first !== undefined) combobox.selectFirstOption()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the store is another object every time
  }, [first, query])
  return (
    <Combobox
      store={combobox} withinPortal
      onOptionSubmit={(id) => {
        onChoose(id)
        setQuery(null)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          size="sm" autoFocus={isFirst} aria-label={label} placeholder={t('focus.chooseItem')} value={query ?? name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onBlur={() => {
            setQuery(null)
            combobox.closeDropdown()
          }}
        />
      </Combobox.Target>
      <ItemOptions label={label} options={options} />
    </Combobox>
  )
}
