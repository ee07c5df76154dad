import { Button, Checkbox, Select } from '@mantine/core'
import { IconBrandTabler, IconCalendarStats, IconFileSpreadsheet, IconTable } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ComponentType, ReactElement, ReactNode } from 'react'
import type { SnapshotInfo } from '@main/contract/state-file'
import { host } from '../host/host'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { exportPlanWorkbook, exportTo } from './exchange-flow'
import page from '../ui/page.module.css'
import classes from './exchange-view.module.css'

type CardProps = {
  readonly icon: ComponentType<{ readonly size: number; readonly stroke: number; readonly 'aria-hidden': true }>
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly run: () => void
  readonly main?: boolean
  readonly children?: ReactNode
}

const Card = ({ icon: Icon, title, lead, action, run, main = false, children }: CardProps): ReactElement => (
  <li className={page.card}>
    <Icon size={26} stroke={1.5} aria-hidden />
    <div className={page.cardBody}>
      <h2>{title}</h2>
      <p>{lead}</p>
      {children && <div className={classes.fields}>{children}</div>}
    </div>
    <Button variant={main ? 'filled' : 'default'} onClick={run}>{action}</Button>
  </li>
)

/** The snapshots of this plan, the newest first; read anew each time that the section is opened. */
const useSnapshots = (planId: string): readonly SnapshotInfo[] => {
  const [snapshots, setSnapshots] = useState<readonly SnapshotInfo[]>([])
  useEffect(() => {
    let isCurrent = true
    void host().listSnapshots().then((list) => {
      if (isCurrent) setSnapshots(list.filter((snapshot) => snapshot.planId === planId))
    })
    return () => {
      isCurrent = false
    }
  }, [planId])
  return snapshots
}

const WorkbookCard = (): ReactElement => {
  const { t, formatMoment } = useTranslate()
  const document = usePlanDocument()
  const snapshots = useSnapshots(document.id)
  const [sinceId, setSinceId] = useState<string | null>(null)
  const since = snapshots.find((snapshot) => snapshot.id === sinceId)
  const run = (): void => void exportPlanWorkbook(document, since ? { id: since.id, name: formatMoment(since.at) } : null)
  return (
    <Card icon={IconFileSpreadsheet} title={t('export.workbookHead')} lead={t('export.workbookLead')} action={t('export.exportWorkbook')} run={run} main>
      <Select
        label={t('export.since')} value={sinceId} onChange={setSinceId} placeholder={t('export.sinceNone')} clearable w={340} size="sm"
        clearButtonProps={{ 'aria-label': t('export.sinceNone') }}
        data={snapshots.map((snapshot) => ({ value: snapshot.id, label: formatMoment(snapshot.at) }))}
      />
    </Card>
  )
}

const TablesCard = (): ReactElement => {
  const { t, language } = useTranslate()
  const document = usePlanDocument()
  const [separator, setSeparator] = useState<',' | ';'>(language === 'nb' ? ';' : ',')
  const [byteOrderMark, setByteOrderMark] = useState(true)
  const run = (): void => void exportTo(document, { format: 'tables', language, separator, byteOrderMark }, `${document.name} - CSV`)
  return (
    <Card icon={IconTable} title={t('export.tablesHead')} lead={t('export.tablesLead')} action={t('export.exportTables')} run={run}>
      <Select
        label={t('export.separator')} value={separator} onChange={(value) => setSeparator(value === ';' ? ';' : ',')} allowDeselect={false}
        w={340} size="sm"
        data={[{ value: ',', label: t('export.separatorComma') }, { value: ';', label: t('export.separatorSemicolon') }]}
      />
      <Checkbox label={t('export.byteOrderMark')} checked={byteOrderMark} onChange={(event) => setByteOrderMark(event.currentTarget.checked)} />
    </Card>
  )
}

/** The plan as files for others: the workbook, tables, and what Jira and Microsoft Project import. */
export const OutSection = (): ReactElement => {
  const { t, language } = useTranslate()
  const document = usePlanDocument()
  return (
    <div className={page.scroll}>
      <ul className={`${page.cards} ${classes.out}`}>
        <WorkbookCard />
        <TablesCard />
        <Card
          icon={IconBrandTabler} title={t('export.jiraHead')} lead={t('export.jiraLead')} action={t('export.exportJira')}
          run={() => void exportTo(document, { format: 'jira', language }, `${document.name} - Jira`)}
        />
        <Card
          icon={IconCalendarStats} title={t('export.projectHead')} lead={t('export.projectLead')} action={t('export.exportProject')}
          run={() => void exportTo(document, { format: 'project', language }, document.name)}
        />
      </ul>
    </div>
  )
}
