import { IconCheck } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { MovePreview } from '@core/violations/preview-move'
import type { Violation } from '@core/violations/violation'
import { SeverityIcon } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import type { Lane } from './board-model'
import { useBoardState } from './board-state'
import { signed } from './lane-names'
import { LoadBar } from './load-bar'
import classes from './lane-preview.module.css'

const Change = ({ severity, change, label }: {
  readonly severity: Violation['severity']
  readonly change: number
  readonly label: string
}): ReactElement | null => {
  const { formatNumber } = useTranslate()
  if (change === 0) return null
  return (
    <span className={classes.change} data-kind={severity} data-better={change < 0 || undefined} title={label}>
      <SeverityIcon severity={severity} label={label} />
      <span aria-hidden>{signed(change, formatNumber(Math.abs(change), 0))}</span>
    </span>
  )
}

/** The figures of a move, as marks with signed numbers, and the price of the bridges; a tick where nothing changes. */
export const MoveFigures = ({ preview }: { readonly preview: MovePreview }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const text = (change: number): string => signed(change, formatNumber(Math.abs(change), 0))
  if (preview.hard === 0 && preview.warnings === 0 && preview.bridgePrice === 0) {
    return <span className={classes.figures}><span className={classes.quiet}><IconCheck size={14} aria-hidden />{t('waves.previewHere')}</span></span>
  }
  return (
    <span className={classes.figures}>
      <Change severity="hard" change={preview.hard} label={t('waves.previewHard', { change: text(preview.hard) })} />
      <Change severity="warning" change={preview.warnings} label={t('waves.previewWarnings', { change: text(preview.warnings) })} />
      {preview.bridgePrice !== 0 && (
        <span className={classes.change}>{t('waves.previewBridges', { change: text(preview.bridgePrice) })}</span>
      )}
    </span>
  )
}

/** What dropping on this lane would do, while cards are dragged. */
export const LanePreview = ({ lane }: { readonly lane: Lane }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const preview = useBoardState(({ drag }) => (drag?.kind === 'cards' ? drag.previews?.get(lane.key) : undefined))
  const capacity = lane.wave?.capacity
  const effort = preview?.effortAfter ?? lane.effort
  const over = capacity !== undefined && effort > capacity
  return (
    <>
      <LoadBar effort={effort} capacity={capacity} />
      <div className={classes.preview} data-preview={lane.key}>
        {preview && <MoveFigures preview={preview} />}
        {preview?.effortAfter != null && (
          <span className={classes.after} data-over={over || undefined} title={t('waves.previewLoad', { effort: formatNumber(preview.effortAfter) })}>
            {t('waves.previewLoad', { effort: formatNumber(preview.effortAfter) })}
          </span>
        )}
      </div>
    </>
  )
}
