import { useState } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { showDialog, useViewStore } from '../stores/view-store'
import { RulesContent } from './rules-list'
import { Dialog } from '../ui/dialog'

/** The same list as in the estate, over any view. */
export const RulesDialog = (): ReactElement => {
  const { t } = useTranslate()
  const opened = useViewStore((state) => state.dialog === 'rules')
  const [isForm, setIsForm] = useState(false)
  const close = (): void => {
    setIsForm(false)
    showDialog(null)
  }
  return (
    <Dialog
      opened={opened} onClose={close} title={t('inventory.rulesTitle')} size={820} closeOnEscape={!isForm}
    >
      <RulesContent onForm={setIsForm} />
    </Dialog>
  )
}
