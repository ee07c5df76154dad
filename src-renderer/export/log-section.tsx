import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import page from '../ui/page.module.css'
import plain from '../ui/plain-table.module.css'
import classes from './exchange-view.module.css'

const levelKeys = { open: 'export.levelOpen', internal: 'export.levelInternal', confidential: 'export.levelConfidential' } as const

/** What left, when, to whom, with the hash of each file; the newest first. */
export const LogSection = (): ReactElement => {
  const { t, formatDate, formatNumber } = useTranslate()
  const { exchanges } = usePlanDocument()
  if (exchanges.length === 0) return <div className={page.scroll}><p className={page.lead}>{t('export.logNone')}</p></div>
  const level = (profile: string): string => {
    const key = Object.keys(levelKeys).find((one) => one === profile) as keyof typeof levelKeys | undefined
    return key ? t(levelKeys[key]) : profile
  }
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label={t('export.log')}>
      <p className={page.lead}>{t('export.logLead')}</p>
      <div className={plain.box}>
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">{t('export.logSent')}</th><th scope="col">{t('export.supplier')}</th><th scope="col">{t('export.logFile')}</th>
              <th scope="col" className={plain.figure}>{t('export.logItems')}</th><th scope="col">{t('export.level')}</th>
              <th scope="col">{t('export.stays')}</th><th scope="col">{t('export.logReturned')}</th><th scope="col">{t('export.logHash')}</th>
            </tr>
          </thead>
          <tbody>
            {exchanges.toReversed().map((one) => (
              <tr key={one.id}>
                <td>{formatDate(one.sentOn)}</td><td>{one.supplier}</td><td>{one.fileName}</td>
                <td className={plain.figure}>{formatNumber(one.tables[0]?.rows.length ?? 0)}</td><td>{level(one.profile)}</td>
                <td>{[...new Set(one.withheld)].join(', ') || <span className={page.quiet}>{t('export.staysNone')}</span>}</td>
                <td>{one.returnedOn ? formatDate(one.returnedOn) : <span className={page.quiet}>–</span>}</td>
                <td><code className={classes.hash} title={one.sha256}>{one.sha256.slice(0, 16)}…</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
