import { expect, test } from 'vitest'
import { createCarried } from '../../../data/ingest/periods/carried.ts'

test.each([
  ['Jan 2023, Feb, Mar', 'Jan 2023, Feb 2023, Mar 2023'],
  ['2023 Q3, Q4, Q1, Q2', '2023 Q3, Q4 2023, Q1 2024, Q2 2024'],
  [
    'March 2024, February, January, December',
    'March 2024, February 2024, January 2024, December 2023',
  ],
  ['Jan 2023, Feb, Apr, Sept', 'Jan 2023, Feb 2023, Apr 2023, Sept 2023'],
  ['Q1 2023, Q2, H1, Q3', 'Q1 2023, Q2 2023, H1 2023, Q3 2023'],
  ['Jan 2023, Jan-Feb, Jan-Mar', 'Jan 2023, Jan-Feb 2023, Jan-Mar 2023'],
  ['2023年1月, 2月, 3月', '2023年1月, 2月 2023, 3月 2023'],
  ['May 2023, Jun, May 2024, Jun', 'May 2023, Jun 2023, May 2024, Jun 2024'],
  ['H1 2022, H2, H1, H2', 'H1 2022, H2 2022, H1 2023, H2 2023'],
  ['Mar 2023, Feb, Jan, Dec, Nov', 'Mar 2023, Feb 2023, Jan 2023, Dec 2022, Nov 2022'],
  // Of either year, or of none.
  ['H2 2022, H1', 'H2 2022, H1'],
  ['Jan 2023, Feb, Mar, Feb', 'Jan 2023, Feb 2023, Mar 2023, Feb'],
  ['Mar 2023, Jan', 'Mar 2023, Jan'],
  ['Nov 2023, Dec, Feb', 'Nov 2023, Dec 2023, Feb'],
  ['Jan 2023, Feb, Total, Mar', 'Jan 2023, Feb 2023, Total, Mar'],
  ['2023, Jan, Feb', '2023, Jan, Feb'],
  ['Jan, Feb, Mar 2023', 'Jan, Feb, Mar 2023'],
])('%s is %s', (written, read) => {
  expect(written.split(', ').map(createCarried())).toEqual(read.split(', '))
})
