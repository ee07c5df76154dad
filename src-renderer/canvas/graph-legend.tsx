import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ItemKind } from '@core/estate/item'
import { useTranslate } from '../i18n/use-translate'
import type { GraphModel } from './graph-model'
import { kindKeys } from '../i18n/words'
import { KindIcon } from '../items/kind-icon'
import lineStyles from './flow-line.module.css'
import styles from './graph.module.css'

const LineSample = ({ dashed = false, broken = false }: { readonly dashed?: boolean; readonly broken?: boolean }) => (
  <svg width="32" height="10" aria-hidden>
    <line x1="1" y1="5" x2="31" y2="5" className={broken ? lineStyles.sampleBroken : lineStyles.sample} strokeDasharray={dashed ? '6 5' : undefined} />
  </svg>
)

/** What the signs mean; only kinds that the estate has. Folded until asked for. */
export const GraphLegend = ({ model }: { readonly model: GraphModel }) => {
  const [open, setOpen] = useState(false)
  const { t } = useTranslate()
  const kinds = [...new Set<ItemKind>(model.items.map((item) => item.kind))]
  return (
    <div className={styles.legend} data-open={open || undefined}>
      <Button variant="subtle" size="compact-sm" aria-expanded={open} leftSection={<IconInfoCircle size={16} aria-hidden />} onClick={() => setOpen(!open)}>
        {t('graph.legend')}
      </Button>
      {open && (
        <dl>
          {kinds.map((kind) => (
            <Row key={kind} sign={<KindIcon kind={kind} />} words={t(kindKeys[kind])} />
          ))}
          <Row sign={<LineSample />} words={t('graph.hard')} />
          <Row sign={<LineSample dashed />} words={t('graph.soft')} />
          <Row sign={<LineSample broken />} words={t('graph.broken')} />
          <Row sign="→" words={t('graph.arrow')} />
          <Row sign="▌" words={t('graph.colours')} />
        </dl>
      )}
    </div>
  )
}

const Row = ({ sign, words }: { readonly sign: React.ReactNode; readonly words: string }) => (
  <>
    <dt>{sign}</dt>
    <dd>{words}</dd>
  </>
)
