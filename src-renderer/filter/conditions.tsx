import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { ConditionRow } from './condition-row'
import { newCondition } from './field-tests'
import { setConditions, setMatch, useFilter } from './filter-store'
import classes from './find-bar.module.css'

/** The conditions of the filter, one a row; what they find is shown while they are written. */
export const Conditions = (): ReactElement => {
  const { t } = useTranslate()
  const conditions = useFilter((state) => state.conditions)
  const match = useFilter((state) => state.match)
  const rows = conditions.length > 0 ? conditions : [newCondition]
  return (
    <div className={classes.conditions}>
      <ul className={classes.rows} aria-label={t('find.conditions')}>
        {rows.map((condition, place) => (
          <ConditionRow
            key={place} condition={condition}
            onChange={(next) => setConditions(rows.map((row, at) => (at === place ? next : row)))}
            onRemove={() => setConditions(rows.filter((_, at) => at !== place))}
          />
        ))}
      </ul>
      <div className={classes.below}>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setConditions([...rows, newCondition])}>
          {t('find.addCondition')}
        </Button>
        <SegmentedControl
          size="xs" aria-label={t('find.match')} value={match} onChange={(value) => setMatch(value === 'any' ? 'any' : 'all')}
          data={[{ value: 'all', label: t('find.matchAll') }, { value: 'any', label: t('find.matchAny') }]}
        />
      </div>
    </div>
  )
}
