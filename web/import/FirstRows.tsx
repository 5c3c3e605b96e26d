import { useSignal } from '@preact/signals'
import type { ImportReport, Reading, Role } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { whole } from '../words.ts'
import { ColumnList } from './ColumnList.tsx'
import { findColumns } from './columns.ts'
import { narrow } from './narrow.ts'
import { ReadingGrid } from './ReadingGrid.tsx'

interface Props {
  reading: Reading
  report: Pick<ImportReport, 'sample' | 'questions'>
  isFixed: boolean
  onRole: (name: string, role: Role) => void
}

/** More columns at once make a page slow and nobody wiser. */
const FEW = 40
const MORE = 200

/** The first rows with what each column is; of very many columns the first, and those that are looked for. */
export function FirstRows({ reading, report, isFixed, onRole }: Props) {
  const most = useSignal(FEW)
  const sought = useSignal('')
  const found = findColumns(reading.columns, sought.value)
  const shown = found.slice(0, most.value)
  const { made = [] } = reading
  const Columns = narrow.value ? ColumnList : ReadingGrid
  return (
    <section class="panel" aria-labelledby="rows-title">
      <h2 id="rows-title" tabIndex={-1}>
        The first rows
      </h2>
      <p class="sub">What each column is stands over it, with one of its cells as it was taken.</p>
      {reading.columns.length > FEW && (
        <div class="find-column">
          <label class="field">
            <span>Find a column</span>
            <input
              type="search"
              value={sought.value}
              onInput={({ currentTarget }) => {
                sought.value = currentTarget.value
              }}
            />
          </label>
          <p role="status">
            {whole(found.length)} of {whole(reading.columns.length)} columns
          </p>
        </div>
      )}
      <Columns
        reading={reading}
        shown={shown}
        sample={report.sample}
        asked={report.questions.map(({ column }) => column)}
        isFixed={isFixed}
        onRole={onRole}
      />
      {made.length > 0 && (
        <>
          <h3 class="made-title">In no column</h3>
          <p class="sub">This stands in headings, or in lines above or between the rows.</p>
          <ColumnList
            reading={reading}
            shown={made.map((column, i) => ({ ...column, index: reading.columns.length + i }))}
            sample={[]}
            asked={[]}
            isFixed={isFixed}
            onRole={onRole}
          />
        </>
      )}
      {shown.length < found.length && (
        <p class="more">
          The first {whole(shown.length)} are here.{' '}
          <Button
            onClick={() => {
              most.value += MORE
            }}
          >
            Show more columns
          </Button>
        </p>
      )}
    </section>
  )
}
