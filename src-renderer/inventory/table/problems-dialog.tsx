import { Button, Group, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { Dialog } from '../../ui/dialog'
import plain from '../../ui/plain-table.module.css'
import { perform, rowsLeftOut, withoutProblems } from './table-acts'
import type { Waiting } from './table-acts'
import type { TableModel } from './table-model'
import classes from './problems-dialog.module.css'

const most = 100
const mostNames = 12

const shortList = (names: readonly string[]): string => names.slice(0, mostNames).join(', ') + (names.length > mostNames ? ' …' : '')

/** What cannot be taken, cell by cell, before anything is changed; the rest can be taken as one step, or nothing. */
export const ProblemsDialog = <Row, Write>({ model, waiting, close }: {
  readonly model: TableModel<Row, Write>
  readonly waiting: Waiting<Row, Write>
  readonly close: () => void
}): ReactElement => {
  const { t } = useTranslate()
  const { problems } = waiting
  const rest = withoutProblems(waiting, model.adapter)
  const leftOut = rowsLeftOut(problems, model.adapter.needed)
  const count = rest.writes.length + rest.added.reduce((sum, cells) => sum + cells.length, 0)
  const take = (): void => {
    close()
    perform(model, rest, waiting.kind)
  }
  return (
    <Dialog
      opened onClose={close} size="lg" title={t('table.problemsTitle', { count: problems.length })}
    >
      <Text size="sm" mb="sm">{t('table.problemsLead')} {count === 0 && t('table.problemsNone')}</Text>
      <div className={`${plain.box} ${classes.list}`} tabIndex={0} role="region" aria-label={t('table.problemsTitle', { count: problems.length })}>
        <table className={`${plain.table} ${classes.problems}`}>
          <thead>
            <tr><th scope="col">{t('table.row')}</th><th scope="col">{t('table.column')}</th><th scope="col">{t('table.why')}</th></tr>
          </thead>
          <tbody>
            {problems.slice(0, most).map((problem, index) => (
              <tr key={index}><td>{problem.row}</td><td>{problem.heading}</td><td>{problem.problem}</td></tr>
            ))}
          </tbody>
        </table>
        {problems.length > most && <p>{t('table.problemsMore', { count: problems.length - most })}</p>}
      </div>
      {leftOut.length > 0 && <Text size="sm" mt="sm">{t('table.problemsRows', { count: leftOut.length, rows: shortList(leftOut) })}</Text>}
      <Group justify="flex-end" mt="md">
        <Button variant="default" data-autofocus onClick={close}>{t('common.cancel')}</Button>
        {count > 0 && <Button onClick={take}>{t('table.problemsTake', { count })}</Button>}
      </Group>
    </Dialog>
  )
}
