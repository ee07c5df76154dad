import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { useIsMac } from '../../app/platform-store'
import { useTranslate } from '../../i18n/use-translate'
import classes from './floating-panel.module.css'

const keys: readonly (readonly [keys: string, says: MessageKey])[] = [
  ['F2, Enter', 'table.keysEdit'],
  ['Enter, Tab, ↓ → ↑ ←', 'table.keysMove'],
  ['Esc', 'table.keysCancel'],
  ['Alt+Enter', 'table.keysLines'],
  ['Alt+↓', 'table.keysList'],
  ['Ctrl+Enter', 'table.keysAll'],
  ['Ctrl+D, Ctrl+R', 'table.keysFill'],
  ['Delete', 'table.keysClear'],
  ['Shift+↓ → ↑ ←', 'table.keysRange'],
  ['Ctrl+↓ → ↑ ←, Home, End', 'table.keysEnd'],
  ['Shift+Space, Ctrl+Space', 'table.keysRow'],
  ['Ctrl+C, Ctrl+X, Ctrl+V', 'table.keysCopy'],
  ['Ctrl+Shift+C', 'table.keysHeadings'],
  ['Alt+Shift+↓', 'table.keysMenu'],
  ['Shift+F10', 'table.keysContext'],
  ['Esc, Tab', 'table.keysLeave'],
]

/** The keys of the table: those of Excel. */
export const KeysPanel = (): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  return (
    <>
      <h2 className={classes.title}>{t('table.keys')}</h2>
      <dl className={classes.keys}>
        <dt>{t('table.keysType')}</dt><dd>{t('table.keysTypeSays')}</dd>
        {keys.map(([key, says]) => <div key={key} style={{ display: 'contents' }}><dt>{mac ? key.replaceAll('Ctrl+', '⌘') : key}</dt><dd>{t(says)}</dd></div>)}
      </dl>
    </>
  )
}
