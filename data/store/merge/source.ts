import type { Day } from '../../model/day.ts'
import type { Mode } from '../../model/report.ts'
import type { FileSeries } from '../stage/stage.ts'
import type { StoreReader } from '../stored.ts'
import type { Origin, UndatedRule } from '../telling.ts'

/** What a merge draws on. */
export interface MergeSource {
  file: FileSeries
  rule: UndatedRule
  mode: Mode
  /** Number of the dataset; undefined where this import makes it. */
  dataset: number | undefined
  reader: StoreReader
  /** An origin of this import by its number in the file. */
  origin(number: number): Origin
  /** Figures of later periods look wrong. */
  today?: Day
  /** Codes that hold others are no parts beside these. */
  groups?: ReadonlySet<string>
  /** Where its withdrawals come from; asked for only where it replaces. */
  withdraws(): Origin
}

/** Whether a file takes out what it does not tell. */
export const replaces = ({ mode }: MergeSource): boolean => mode.startsWith('replace')
