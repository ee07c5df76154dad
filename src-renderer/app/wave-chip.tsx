import type { ReactElement } from 'react'
import type { Wave } from '@core/plan/wave'
import { useTranslate } from '../i18n/use-translate'
import { waveName } from '../i18n/words'
import { colourOfWave } from '../theme/wave-colours'
import classes from './wave-chip.module.css'

/** A wave in its colour, and always with its number: colour never says it alone. */
export const WaveChip = ({ wave, short }: { readonly wave: Wave | null; readonly short?: boolean }): ReactElement => {
  const { t } = useTranslate()
  const colour = colourOfWave(wave)
  const name = waveName(t, wave)
  const text = short && wave ? t('common.wave', { number: wave.number }) : name
  return (
    <span className={classes.chip} style={{ background: colour.background, borderColor: colour.border, color: colour.text }} title={name}>
      {text}
    </span>
  )
}
