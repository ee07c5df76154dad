import { Button, Text } from '@mantine/core'
import { IconPresentation } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { NameForm } from './name-form'
import { startPresenting } from './present'
import { ViewRow } from './view-row'
import { showViewsDialog, useViews } from './views-store'
import { Dialog } from '../ui/dialog'
import classes from './views.module.css'

const List = (): ReactElement => {
  const { t } = useTranslate()
  const { views } = usePlanDocument()
  if (views.length === 0) return <Text mb="md">{t('views.none')}</Text>
  return (
    <ol className={classes.rows} aria-label={t('views.list')}>
      {views.map((view, place) => <ViewRow key={view.id} view={view} place={place} count={views.length} />)}
    </ol>
  )
}

/** The named views of the plan, in the order in which they are presented, and naming the present one. */
export const ViewsDialog = (): ReactElement => {
  const { t } = useTranslate()
  const dialog = useViews((state) => state.dialog)
  const opened = dialog === 'views' || dialog === 'name'
  return (
    <Dialog
      opened={opened} onClose={() => showViewsDialog(null)} title={t(dialog === 'name' ? 'views.nameTitle' : 'views.title')} size="lg"
    >
      {dialog === 'views' && <List />}
      <NameForm onDone={() => showViewsDialog(null)} />
      {dialog === 'views' && (
        <div className={classes.foot}>
          <Button variant="default" leftSection={<IconPresentation size={18} aria-hidden />} onClick={startPresenting}>{t('views.present')}</Button>
          <Text size="sm" c="dimmed">{t('views.presentHint')}</Text>
        </div>
      )}
    </Dialog>
  )
}
