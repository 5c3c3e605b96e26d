import { useSignal } from '@preact/signals'
import type { Columns } from '../../data/model/columns.ts'
import type { Panel, TradeEvent } from '../../data/model/dashboard.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { copy } from '../ui/Copy.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { counted } from '../words.ts'
import { type FileKind, fileAddress, fileName, fullQuery } from './files.ts'
import type { Scope } from './scope.ts'
import { shownQuery, type View } from './view.ts'

interface Props {
  panel: Panel
  columns: Columns | null
  events: TradeEvent[]
  view: View
  scope: Scope
  onClose: () => void
}

type DataKind = Exclude<FileKind, 'png' | 'svg'>

const rows = (columns: Columns | null): number | null =>
  columns ? columns.series.reduce((sum, { periods }) => sum + periods.length, 0) : null

const KINDS: { kind: DataKind; title: string; says: string }[] = [
  { kind: 'csv', title: 'CSV as shown', says: 'these lines, this range, this transformation' },
  { kind: 'full.csv', title: 'CSV of the full series', says: 'as stored, every period' },
  { kind: 'xlsx', title: 'Excel', says: 'as shown, with a sheet of sources' },
  { kind: 'json', title: 'JSON', says: 'as shown, in columns' },
]

/** The chart's figures as files, with the number of rows said before, and its picture. */
export function Downloads({ panel, columns, events, view, scope, onClose }: Props) {
  const shown = shownQuery(panel.query, view, scope, columns)
  const full = fullQuery(panel.query, scope)
  const asShown = useRemote(`data?${shown}`, () => api.data(shown))
  const asStored = useRemote(`data?${full}`, () => api.data(full))
  const busy = useSignal(false)
  const failed = useSignal('')
  const size = (kind: DataKind): string => {
    const answer = kind === 'full.csv' ? asStored : asShown
    const n = rows(answer.value)
    return n === null ? (answer.error?.message ?? 'counting …') : counted(n, 'row', 'rows')
  }
  const picture = async (kind: 'png' | 'svg') => {
    if (!columns) return
    busy.value = true
    failed.value = ''
    try {
      const { drawFile } = await import('./drawFile.ts')
      await drawFile(kind, {
        panel,
        columns,
        events,
        view,
        name: fileName(kind, panel, view, scope),
      })
    } catch (cause) {
      failed.value = `The picture could not be made: ${cause instanceof Error ? cause.message : cause}`
    }
    busy.value = false
  }
  return (
    <Dialog title="Download" onClose={onClose} wide>
      <p class="muted">{panel.name}. Every row carries its source and the day it was published.</p>
      <ul class="files">
        {KINDS.map(({ kind, title, says }) => {
          const path = fileAddress(kind, panel, view, scope, columns)
          return (
            <li key={kind}>
              <div>
                <b>{title}</b>
                <span>
                  {size(kind)}, {says}
                </span>
              </div>
              <Button
                kind="bare"
                icon="copy"
                onClick={() => copy(location.origin + path, `Address of ${title}`)}
              >
                Copy address<span class="unseen"> of {title}</span>
              </Button>
              <ButtonLink
                icon="download"
                href={path}
                download={fileName(kind, panel, view, scope)}
                aria-label={`Download ${title}`}
              >
                Download
              </ButtonLink>
            </li>
          )
        })}
        {(['png', 'svg'] as const).map((kind) => (
          <li key={kind}>
            <div>
              <b>{kind.toUpperCase()}</b>
              <span>
                {kind === 'png' ? 'the picture, 2 400 pixels wide' : 'the picture, to be scaled'},
                with title and source
              </span>
            </div>
            <Button
              icon="download"
              disabled={busy.value || !columns}
              aria-label={`Download ${kind.toUpperCase()}`}
              onClick={() => picture(kind)}
            >
              Download
            </Button>
          </li>
        ))}
      </ul>
      {failed.value && (
        <p class="bad" role="alert">
          {failed.value}
        </p>
      )}
    </Dialog>
  )
}
