import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { showDialog, useViewStore } from '../stores/view-store'
import { RulesContent } from './rules-list'

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
    <Modal
      opened={opened} onClose={close} title={t('inventory.rulesTitle')} size={820} closeOnEscape={!isForm}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RulesContent onForm={setIsForm} />
    </Modal>
  )
}
