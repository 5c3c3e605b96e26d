import type { ReadingOptions } from '../../model/report.ts'

/** Whether a person says of any column what it is: who does knows how the table is laid out. */
export const tellsColumns = ({ columns = {} }: ReadingOptions): boolean =>
  Object.keys(columns).length > 0

/** The same of the column of the periods. */
export const tellsPeriod = ({ columns = {} }: ReadingOptions): boolean =>
  Object.values(columns).some((role) => role.startsWith('period'))
