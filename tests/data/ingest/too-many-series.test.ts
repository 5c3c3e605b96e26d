import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createIssueLog } from '../../../data/ingest/issues.ts'
import { understand } from '../../../data/ingest/read.ts'
import { createGathering } from '../../../data/ingest/records/gathering.ts'
import { createValidator } from '../../../data/ingest/validate.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-series-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('a file of more series than memory is there for is refused at the line that tells one too many', async () => {
  const path = join(folder, 'products.csv')
  const rows = ['0101,2023,1', '0102,2023,2', '0101,2024,3', '0103,2023,4', '0104,2023,5']
  writeFileSync(path, `hs,period,value\n${rows.join('\n')}\n`)
  const { table, mapped } = understand(path, {})
  const sink = createGathering((draft) => draft, 2)
  const context = { mapping: mapped.mapping, constants: {}, published: null, sink }
  const validator = createValidator(context, createIssueLog())
  const take = async () => {
    for (const batch of table.records()) validator.take(batch)
  }
  await expect(take()).rejects.toMatchObject({
    issue: { code: 'too-many-series', line: 5, value: '0103' },
  })
})
