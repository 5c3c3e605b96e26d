import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { ENCODINGS } from './encodings.ts'
import { newDatasetId } from './options.ts'
import { delimiterWords } from './words.ts'

interface Props {
  report: ImportReport
  options: ReadingOptions
  isFixed: boolean
  onChange: (change: Partial<ReadingOptions>) => void
}

const DELIMITERS = [',', ';', '\t', '|', ' ', ':', '^', '~']

/** One of a list, with what was found as one of them. */
function Choice(props: {
  title: string
  value: string
  choices: { value: string; words: string }[]
  isFixed: boolean
  /** Takes the room of two. */
  isLong?: boolean
  onChange: (value: string) => void
}) {
  const { title, value, choices, isFixed, isLong, onChange } = props
  const all = choices.some((one) => one.value === value)
    ? choices
    : [{ value, words: value === '' ? 'not decided yet' : value }, ...choices]
  return (
    <label class={isLong ? 'field long' : 'field'}>
      <span>{title}</span>
      <select
        value={value}
        disabled={isFixed}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {all.map((one) => (
          <option key={one.value} value={one.value} selected={one.value === value}>
            {one.words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What was decided of the file as a whole, as controls. */
export function ReadingControls({ report, options, isFixed, onChange }: Props) {
  const datasets = useRemote('datasets', api.datasets).value?.datasets ?? []
  const ids = datasets.map(({ id }) => id)
  const { reading, dataset } = report
  const isMarkOpen = report.questions.some(({ code }) => code === 'decimal-mark')
  const own = newDatasetId(report.file, ids)
  const target = dataset ?? options.dataset ?? ''
  const isNew = target !== '' && !ids.includes(target)
  return (
    <div class="reading-controls">
      <Choice
        title="Encoding"
        value={reading?.encoding ?? options.encoding ?? ''}
        choices={ENCODINGS.map((value) => ({ value, words: value }))}
        isFixed={isFixed}
        onChange={(encoding) => onChange({ encoding })}
      />
      <Choice
        title="Cells separated by"
        value={reading?.delimiter ?? options.delimiter ?? ''}
        choices={DELIMITERS.map((value) => ({ value, words: delimiterWords(value) }))}
        isFixed={isFixed}
        onChange={(delimiter) => onChange({ delimiter })}
      />
      <label class="field">
        <span>Header on line</span>
        <input
          type="number"
          min={0}
          max={1000}
          title="0 where the file has no header"
          disabled={isFixed}
          value={reading?.headerLine ?? options.headerLine ?? ''}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== '' && currentTarget.reportValidity())
              onChange({ headerLine: Number(currentTarget.value) })
          }}
        />
      </label>
      <Choice
        title="Decimal mark"
        value={isMarkOpen ? '' : (reading?.decimalMark ?? options.decimalMark ?? '')}
        choices={[
          { value: '.', words: 'point, 1.5' },
          { value: ',', words: 'comma, 1,5' },
        ]}
        isFixed={isFixed}
        onChange={(mark) => onChange({ decimalMark: mark === ',' ? ',' : '.' })}
      />
      <Choice
        title="Goes into"
        isLong
        value={target}
        choices={[
          ...datasets.map(({ id, title }) => ({ value: id, words: title })),
          isNew
            ? { value: target, words: `a new dataset, “${target}”` }
            : { value: own, words: `a new dataset, “${own}”` },
        ]}
        isFixed={isFixed}
        onChange={(id) => onChange({ dataset: id })}
      />
      <label class="field">
        <span>Published on, if undated</span>
        <input
          type="date"
          disabled={isFixed}
          value={options.published ?? ''}
          onChange={({ currentTarget }) =>
            onChange({ published: currentTarget.value || undefined })
          }
        />
      </label>
    </div>
  )
}
