import type { ImportReport, Mode } from '../../data/model/report.ts'
import { modeLines } from './modes.ts'

interface Props {
  report: ImportReport
  isBusy: boolean
  onMode: (mode: Mode) => void
}

/** What the file does to figures that are there already; another choice compares it anew. */
export const ModeChoice = ({ report, isBusy, onMode }: Props) => (
  <section class="panel">
    <fieldset class="modes" disabled={isBusy}>
      <legend>
        <h2>What it does to what is there</h2>
      </legend>
      {modeLines(report).map(({ mode, title, says, isOn }) => (
        <label key={mode} class={isOn ? 'mode on' : 'mode'}>
          <input type="radio" name="mode" checked={isOn} onChange={() => onMode(mode)} />
          <span>
            <b>{title}</b>
            <span>{says}</span>
          </span>
        </label>
      ))}
    </fieldset>
  </section>
)
