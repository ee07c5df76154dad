import { Button, Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { findEntries } from '../find/find-index'
import { useTranslate } from '../i18n/use-translate'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { useViewStore } from '../stores/view-store'

type ItemPickerProps = {
  readonly label: string
  readonly itemIds: readonly string[]
  readonly onChange: (itemIds: readonly string[]) => void
}

const limit = 12

/** Chooses items by name or id, in order; only the best few of 15,000 are ever options. */
export const ItemPicker = ({ label, itemIds, onChange }: ItemPickerProps): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { itemById } = useLookup()
  const selected = useViewStore((state) => state.selection.itemIds)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [query, setQuery] = useState('')
  const found = query.trim() ? findEntries(t, document, query, 400).entries.filter((entry) => entry.type === 'item') : []
  const options = found.filter((entry) => !itemIds.includes(entry.id)).slice(0, limit)
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
        <Combobox.Dropdown hidden={options.length === 0}>
          <Combobox.Options aria-label={label}>
            {options.map((entry) => (
              <Combobox.Option key={entry.id} value={entry.id}>{entry.name} <small>{entry.id}</small></Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {selected.size > 0 && selected.size <= 200 && (
        <Button mt={6} size="compact-sm" variant="default" onClick={() => add([...selected])}>
          {t('inventory.useSelection', { count: selected.size })}
        </Button>
      )}
    </div>
  )
}
