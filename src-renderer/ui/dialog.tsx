import { Modal } from '@mantine/core'
import type { ModalProps } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { useEscape } from './use-escape'
import { useFocusBack } from './use-focus-back'

/** A dialog that closes by Escape and by a button with a name, and gives the keyboard back to where it was. */
export const Dialog = ({ returnFocus = true, closeOnEscape = true, ...props }: ModalProps): ReactElement => {
  const { t } = useTranslate()
  useFocusBack(props.opened && returnFocus)
  const id = useEscape(props.opened && closeOnEscape, props.onClose)
  return <Modal closeButtonProps={{ 'aria-label': t('common.close') }} {...props} id={id} closeOnEscape={false} returnFocus={false} />
}
