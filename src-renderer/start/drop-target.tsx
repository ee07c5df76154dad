import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { notifyProblem } from '../app/notify'
import { host } from '../host/host'
import { useTranslate } from '../i18n/use-translate'
import { currentTranslate } from '../i18n/words'
import { openFileReference } from '../import/import-flow'
import classes from './drop-target.module.css'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

const takeDropped = async (files: readonly File[]): Promise<void> => {
  const t = currentTranslate()
  const [file] = files
  if (!file) return
  if (files.length > 1) return notifyProblem(t('shell.notOpenedTitle'), t('start.dropMany'))
  const reference = await host().fileFromDrop(file)
  if (!reference) return notifyProblem(t('shell.notOpenedTitle'), t('start.dropUnknown', { name: file.name }))
  await openFileReference(reference)
}

/** A file from outside may be dropped anywhere on the window. Drags within the window are left alone. */
export const DropTarget = (): ReactElement | null => {
  const { t } = useTranslate()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      void takeDropped([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  if (!over) return null
  return (
    <div className={classes.target} data-drop-target>
      <div className={classes.card}>
        <IconDownload size={48} stroke={1.4} aria-hidden />
        <strong>{t('start.dropNow')}</strong>
        <span>{t('start.dropNowHint')}</span>
      </div>
    </div>
  )
}
