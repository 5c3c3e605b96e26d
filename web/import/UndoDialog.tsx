import { useSignal } from '@preact/signals'
import { Waiting } from '../charts/States.tsx'
import { refresh, useRemote } from '../remote.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { errorWords, imports } from './requests.ts'
import { writing } from './session.ts'
import { UndoneFacts } from './UndoneFacts.tsx'
import { comingBack, undone, undoWords } from './undoing.ts'

const FEW = 8

/** Says what an undo brings back, does it when the reader says so, and says what it did. */
export function UndoDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { value: report, error } = useRemote(`import/${id}`, () => imports.one(id))
  const isBusy = useSignal(false)
  const wrong = useSignal('')
  const undo = async () => {
    isBusy.value = true
    wrong.value = ''
    try {
      const told = await writing(() => imports.undo(id))
      if (!told) return
      undone.value = { ...undone.value, [id]: told }
      refresh()
    } catch (cause) {
      wrong.value = errorWords(cause)
    } finally {
      isBusy.value = false
    }
  }
  const done = undone.value[id]
  if (done)
    return (
      <Dialog title={`Import ${id} is undone`} onClose={onClose}>
        <UndoneFacts undo={done} />
      </Dialog>
    )
  const back = report ? comingBack(report.changes, FEW) : []
  return (
    <Dialog
      wide
      title={`Undo import ${id}?`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="main" icon="undo" disabled={!report || isBusy.value} onClick={undo}>
            Undo
          </Button>
        </>
      }
    >
      {!report && <Waiting>{error?.message ?? 'Reading what it told …'}</Waiting>}
      {report && (
        <div class="said">
          <p>
            <b>{report.file}</b>
            {report.datasetTitle && `, in “${report.datasetTitle}”`}
          </p>
          <ul class="says">
            {undoWords(report).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {report && back.length > 0 && (
        <table class="changes">
          <caption>
            {back.length < report.revised
              ? `The ${back.length} largest of ${report.revised} that come back`
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
            {back.map(({ series, title, period, stands, returns }) => (
              <tr key={`${series} ${period}`}>
                <td class="title">{title}</td>
                <td class="period">{period}</td>
                <td class="figure before">{stands}</td>
                <td class="figure">
                  <b>{returns}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="alert" class="bad">
        {wrong.value}
      </p>
    </Dialog>
  )
}
