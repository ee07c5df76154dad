import { Button, Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { useViewStore } from '../stores/view-store'
import { ItemOptions, itemOptions } from './item-options'

type ItemPickerProps = {
  readonly label: string
  readonly itemIds: readonly string[]
  readonly onChange: (itemIds: readonly string[]) => void
}

/** Chooses items by any of their fields, in order. */
export const ItemPicker = ({ label, itemIds, onChange }: ItemPickerProps): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { itemById } = useLookup()
  const selected = useViewStore((state) => state.selection.itemIds)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [query, setQuery] = useState('')
  const options = itemOptions(t, document, query, itemIds)
  const add = (ids: readonly string[]): void => {
    onChange([...itemIds, ...ids.filter((id) => !itemIds.includes(id))])
    setQuery('')
    combobox.closeDropdown()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Backspace' && query === '') onChange(itemIds.slice(0, -1))
  }
  return (
    <div>
      <Combobox store={combobox} onOptionSubmit={(id) => add([id])}>
        <Combobox.DropdownTarget>
          <PillsInput label={label}>
            <Pill.Group>
              {itemIds.map((id) => (
                <Pill key={id} withRemoveButton onRemove={() => onChange(itemIds.filter((other) => other !== id))} removeButtonProps={{ 'aria-label': `${t('common.remove')}: ${itemById.get(id)?.name ?? id}` }}>
                  {itemById.get(id)?.name ?? id}
                </Pill>
              ))}
              <Combobox.EventsTarget>
                <PillsInput.Field
                  value={query} placeholder={t('inventory.ruleItemsHint')} aria-label={label} onKeyDown={onKeyDown}
                  onChange={(event) => {
                    setQuery(event.currentTarget.value)
                    combobox.openDropdown()
                    combobox.updateSelectedOptionIndex()
                  }}
                  onBlur={() => combobox.closeDropdown()}
                />
              </Combobox.EventsTarget>
            </Pill.Group>
          </PillsInput>
        </Combobox.DropdownTarget>
        <ItemOptions label={label} options={options} />
      </Combobox>
      {selected.size > 0 && selected.size <= 200 && (
        <Button mt={6} size="compact-sm" variant="default" onClick={() => add([...selected])}>
          {t('inventory.useSelection', { count: selected.size })}
        </Button>
      )}
    </div>
  )
}
