import type { Reading, ReadingOptions } from '../../data/model/report.ts'
import { allColumns } from './columns.ts'
import { roleWords } from './roles.ts'
import { delimiterWords } from './words.ts'

const plain = (encoding: string): string => encoding.toLowerCase().replace(/[^a-z0-9]/g, '')

/** What a reader asked for and the file could not be read by, a sentence each: nothing is put aside in silence. */
export function unheeded(
  { encoding, delimiter, headerLine, columns = {} }: ReadingOptions,
  reading: Reading,
): string[] {
  const roles = new Map(allColumns(reading).map(({ name, role }) => [name, role]))
  return [
    encoding !== undefined &&
      plain(encoding) !== plain(reading.encoding) &&
      `It could not be read in ${encoding}: it is read in ${reading.encoding}.`,
    delimiter !== undefined &&
      delimiter !== reading.delimiter &&
      `Its cells could not be separated by ${delimiterWords(delimiter)}.`,
    headerLine !== undefined &&
      headerLine !== reading.headerLine &&
      `Line ${headerLine} is no header: ${reading.headerLine === 0 ? 'it is read without one' : `that of line ${reading.headerLine} is taken`}.`,
    ...Object.entries(columns).map(([name, role]) => {
      const is = roles.get(name)
      return (
        is !== undefined &&
        is !== role &&
        `“${name}” could not be read as “${roleWords(role)}”: it is “${roleWords(is)}”.`
      )
    }),
  ].filter((sentence) => sentence !== false)
}
