import { Modal } from '@mantine/core'
import type { ModalProps } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { useFocusBack } from './use-focus-back'

/** A dialog that closes by Escape and by a button with a name, and gives the keyboard back to where it was. */
export const Dialog = ({ returnFocus = true, ...props }: ModalProps): ReactElement => {
  const { t } = useTranslate()
  useFocusBack(props.opened && returnFocus)
  return <Modal closeButtonProps={{ 'aria-label': t('common.close') }} {...props} returnFocus={false} />
}
