import { Portal } from '@mantine/core'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import type { Step } from './cell-range'
import { commitCell, leaveCell } from './commit-cell'
import { plainText } from './field'
import type { Field } from './field'
import { fillRange } from './table-acts'
import type { TableLine, TableModel } from './table-model'
import type { Editing } from './table-store'
import { offeredChoices } from './offered-choices'
import classes from './cell-editor.module.css'

type EditorProps<Row, Write> = {
  readonly model: TableModel<Row, Write>
  readonly line: Exclude<TableLine<Row>, { readonly type: 'group' }>
  readonly field: Field<Row, Write>
  readonly editing: Editing
}

const steps: Readonly<Record<string, Step>> = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' }

/** Where the list of choices fits: under the cell, or above it near the bottom of the window. */
const placeOf = (element: HTMLElement): { readonly left: number; readonly width: number; readonly top?: number; readonly bottom?: number } => {
  const box = element.getBoundingClientRect()
  const base = { left: box.left, width: Math.max(box.width, 180) }
  return box.bottom + 240 < window.innerHeight ? { ...base, top: box.bottom + 2 } : { ...base, bottom: window.innerHeight - box.top + 2 }
}

/**
 * The field that lies over a cell while it is edited. What was typed over the cell is taken with Enter, Tab or an arrow;
 * where the old text is edited (F2, Enter) arrows walk in the text. Escape leaves the cell as it was.
 */
export const CellEditor = <Row, Write>({ model, line, field, editing }: EditorProps<Row, Write>): ReactElement => {
  const { t } = useTranslate()
  const listId = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const row = line.type === 'row' ? line.row : null
  const held = row ? plainText(field, row) : model.store.getState().draft?.[field.id] ?? ''
  const [text, setText] = useState(editing.typed ?? held)
  const [isListOpen, setListOpen] = useState(editing.isListOpen || (field.isStrict === true && editing.typed === null))
  const [hasTyped, setHasTyped] = useState(editing.typed !== null)
  // The choice that the cell holds is where arrows begin.
  const [chosen, setChosen] = useState(() => (field.isStrict && editing.typed === null && row ? offeredChoices(field.choices?.() ?? [], '', false).indexOf(field.text(row)) : -1))
  const [problem, setProblem] = useState<string | null>(null)
  const [place, setPlace] = useState<ReturnType<typeof placeOf> | null>(null)
  const offered = field.choices ? offeredChoices(field.choices(), hasTyped ? text : '', hasTyped && !field.isStrict) : []
  const isOffering = offered.length > 0 && (isListOpen || (hasTyped && text.trim() !== ''))
  // What can be read as it stands is taken as it stands: 3 is wave 3, whatever else begins so.
  const isGuessing = field.isStrict === true && hasTyped && text.trim() !== '' && field.read?.(text, row).ok === false
  const active = chosen >= 0 ? Math.min(chosen, offered.length - 1) : isGuessing ? 0 : -1
  useLayoutEffect(() => {
    const element = input.current
    if (!element) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
    setPlace(placeOf(element))
  }, [])
  const take = (value: string, step: Step | null): void => setProblem(commitCell(model, line, field, value, step))
  const taken = (): string => (isOffering && active >= 0 ? offered[active] ?? text : text)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const isOverwriting = editing.typed !== null
    if (event.key === 'Escape') leaveCell(model)
    else if (event.key === 'Enter' && event.altKey && field.isMultiline) insertLine()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (fillRange(model, taken())) leaveCell(model)
    } else if (event.key === 'Enter') take(taken(), event.shiftKey ? 'up' : 'down')
    else if (event.key === 'Tab') take(taken(), event.shiftKey ? 'left' : 'right')
    else if (event.key === 'ArrowDown' && event.altKey) setListOpen(true)
    else if (isOffering && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && (isListOpen || field.isStrict)) {
      setChosen(Math.max(0, Math.min(offered.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1))))
    } else if (isOverwriting && steps[event.key] && !event.shiftKey && !event.ctrlKey) take(taken(), steps[event.key] ?? null)
    else return
    event.preventDefault()
  }
  const insertLine = (): void => {
    const element = input.current
    if (!element) return
    const { selectionStart, selectionEnd } = element
    element.setRangeText('\n', selectionStart, selectionEnd, 'end')
    setText(element.value)
  }
  const onChange = (value: string): void => {
    setText(value)
    setHasTyped(true)
    setChosen(-1)
    setProblem(null)
  }
  // Looking something up in another window does not end the editing.
  const onBlur = (): void => {
    if (document.hasFocus() && commitCell(model, line, field, text, null) !== null) leaveCell(model, false)
  }
  const label = t('table.valueOf', { column: field.heading, row: row ? model.adapter.nameOf(row) : t('table.newRow', { number: 1 }) })
  return (
    <>
      <textarea
        ref={input} value={text} rows={field.isMultiline ? Math.min(8, text.split('\n').length) : 1} className={classes.input}
        data-end={field.type === 'number' || undefined} aria-label={label} aria-invalid={problem !== null} spellCheck={false}
        role={field.choices ? 'combobox' : undefined} aria-expanded={field.choices ? isOffering : undefined}
        aria-controls={field.choices ? listId : undefined} aria-autocomplete={field.choices ? 'list' : undefined}
        aria-activedescendant={isOffering && active >= 0 ? `${listId}-${active}` : undefined}
        aria-describedby={problem === null ? undefined : `${listId}-problem`}
        onChange={(event) => onChange(event.currentTarget.value)} onKeyDown={onKeyDown}
        onPointerDown={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()} onCut={(event) => event.stopPropagation()} onPaste={(event) => event.stopPropagation()}
        onBlur={onBlur}
      />
      <Portal>
        {place && problem !== null && (
          <p role="alert" id={`${listId}-problem`} className={classes.problem} style={isOffering && place.top !== undefined ? { ...place, top: undefined, bottom: window.innerHeight - place.top + 36 } : place}>{problem}</p>
        )}
        {place && (
          <ul role="listbox" id={listId} aria-label={field.heading} hidden={!isOffering} className={classes.list} style={place}>
            {isOffering && offered.map((choice, index) => (
              <li
                key={choice} id={`${listId}-${index}`} role="option" aria-selected={index === active}
                onPointerDown={(event) => { event.preventDefault(); take(choice, 'down') }}
              >
                {choice}
              </li>
            ))}
          </ul>
        )}
      </Portal>
    </>
  )
}
