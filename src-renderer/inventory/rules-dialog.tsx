import { Modal } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { showDialog, useViewStore } from '../stores/view-store'
import { RulesContent } from './rules-list'

/** The same list as in the estate, over any view. */
export const RulesDialog = (): ReactElement => {
  const { t } = useTranslate()
  const opened = useViewStore((state) => state.dialog === 'rules')
  return (
    <Modal
      opened={opened} onClose={() => showDialog(null)} title={t('inventory.rulesTitle')} size={820}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RulesContent />
    </Modal>
  )
}
