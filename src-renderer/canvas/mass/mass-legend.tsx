import type { MouseEvent } from 'react'
import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslate } from '../../i18n/use-translate'
import { setSettings, useGraphSettings } from '../../stores/graph-settings-store'
import type { ColourClass } from './colour-classes'
import { useMassTools } from './mass-context'
import { setMass, useMass } from './mass-store'
import { classWords, colourKeys } from './mass-words'
import { colourOfTone } from './tone-colour'
import type { Lines } from './lines'
import { Missing } from './missing'
import shared from '../canvas.module.css'
import styles from './legend.module.css'

const toggle = (muted: readonly string[], key: string): readonly string[] =>
  muted.includes(key) ? muted.filter((other) => other !== key) : [...muted, key]

const ClassRow = ({ entry }: { readonly entry: ColourClass }) => {
  const { picture, colouring } = useMassTools()
  const { t, formatNumber } = useTranslate()
  const muted = useGraphSettings((state) => state.settings.mutedClasses)
  const name = classWords(t, picture.model, colouring.colour, entry.key)
  const wave = colouring.colour === 'wave' ? picture.model.waves.find(({ id }) => id === entry.key) : undefined
  const others = colouring.classes.map(({ key }) => key).filter((key) => key !== entry.key)
  const press = (event: MouseEvent): void => {
    const isOnly = !muted.includes(entry.key) && others.every((key) => muted.includes(key))
    setSettings({ mutedClasses: event.shiftKey ? (isOnly ? [] : others) : toggle(muted, entry.key) })
  }
  return (
    <li>
      <button type="button" aria-pressed={!muted.includes(entry.key)} className={styles.class} title={`${t('mass.classCount', { name, count: entry.count })}. ${t('mass.legendHint')}`} onClick={press}>
        <i style={{ background: colourOfTone(entry.tone) }} />
        <span className={styles.className}>{wave ? wave.number : name}</span>{' '}
        <span className={styles.classCount}>{formatNumber(entry.count)}</span>
      </button>
    </li>
  )
}

/** Beyond so many classes their counts would fill a third row: they are said when one points. */
const mostCounts = 14

/** What colours and lines mean; a class that is clicked is dimmed in the picture. */
export const MassLegend = ({ lines }: { readonly lines: Lines }) => {
  const { colouring } = useMassTools()
  const { t } = useTranslate()
  const isOpen = useMass((state) => state.legendOpen)
  const hasMuted = useGraphSettings((state) => state.settings.mutedClasses.length > 0)
  return (
    <section className={styles.legend} aria-label={t('mass.legend')} data-chrome>
      <ActionIcon size="sm" aria-expanded={isOpen} aria-label={t('mass.legend')} onClick={() => setMass({ legendOpen: !isOpen })}>
        {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronUp size={16} aria-hidden />}
      </ActionIcon>
      <strong>{isOpen ? t(colourKeys[colouring.colour]) : t('mass.legend')}</strong>
      {isOpen && <ul data-many={colouring.classes.length > mostCounts || undefined}>{colouring.classes.map((entry) => <ClassRow key={entry.key} entry={entry} />)}</ul>}
      {isOpen && hasMuted && (
        <Button size="compact-xs" variant="subtle" onClick={() => setSettings({ mutedClasses: [] })}>{t('mass.allClasses')}</Button>
      )}
      {!isOpen && <span className={shared.spacer} />}
      <Missing lines={lines} />
    </section>
  )
}
