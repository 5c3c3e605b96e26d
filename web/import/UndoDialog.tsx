import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Change, UndoReport } from '../../data/model/report.ts'
import { Waiting } from '../charts/States.tsx'
import { refresh, useRemote } from '../remote.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { whole } from '../words.ts'
import { changeRows } from './changes.ts'
import { errorWords, imports } from './requests.ts'
import { writing } from './session.ts'
import { UndoneFacts } from './UndoneFacts.tsx'
import { undoWords } from './undoing.ts'

const FEW = 8

/** Says what an undo brings back, does it when the reader says so, and says what it did. */
export function UndoDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { value: report } = useRemote(`import/${id}`, () => imports.one(id))
  const foreseen = useSignal<UndoReport | null>(null)
  const done = useSignal<UndoReport | null>(null)
  const isBusy = useSignal(false)
  const wrong = useSignal('')
  const ask = async (work: () => Promise<UndoReport>, told: (undo: UndoReport) => void) => {
    isBusy.value = true
    wrong.value = ''
    try {
      const undo = await writing(work)
      if (undo) told(undo)
      else onClose()
    } catch (cause) {
      wrong.value = errorWords(cause)
    }
    isBusy.value = false
  }
  useEffect(() => {
    ask(
      () => imports.wouldUndo(id),
      (undo) => {
        foreseen.value = undo
      },
    )
  }, [id])
  const undo = () =>
    ask(
      () => imports.undo(id),
      (undo) => {
        done.value = undo
        refresh()
      },
    )
  if (done.value)
    return (
      <Dialog title={`Import ${id} is undone`} onClose={onClose}>
        <UndoneFacts undo={done.value} />
      </Dialog>
    )
  return (
    <Dialog
      wide
      title={`Undo import ${id}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="main" icon="undo" disabled={!foreseen.value || isBusy.value} onClick={undo}>
            Undo
          </Button>
        </>
      }
    >
      {!foreseen.value && !wrong.value && <Waiting>Reading what it would bring back …</Waiting>}
      {report && foreseen.value && (
        <>
          <div class="said">
            <p>
              <b>{report.file}</b>
              {report.datasetTitle && `, in “${report.datasetTitle}”`}
            </p>
            <ul class="says">
              {undoWords(foreseen.value, report).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
          <ComingBack undo={foreseen.value} />
        </>
      )}
      <p role="alert" class="bad">
        {wrong.value}
      </p>
    </Dialog>
  )
}

/** Figures that change by the undo, now and then. */
function ComingBack({ undo: { changes, restored } }: { undo: UndoReport }) {
  const back: Change[] = changes.filter(({ kind }) => kind !== 'removed')
  const rows = changeRows(back.slice(0, FEW))
  if (rows.length === 0) return null
  return (
    <table class="changes">
      <caption>
        {rows.length < restored
          ? `The ${rows.length} largest of ${whole(restored)} that come back`
          : 'What comes back'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Series</th>
          <th scope="col">Period</th>
          <th scope="col" class="figure">
            Now
          </th>
          <th scope="col" class="figure">
            Then
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ series, title, period, before, after }) => (
          <tr key={`${series} ${period}`}>
            <td class="title">{title}</td>
            <td class="period">{period}</td>
            <td class="figure before">{before}</td>
            <td class="figure">
              <b>{after}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
