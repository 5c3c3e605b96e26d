import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { profiles } from '../../../data/ingest/profile.ts'
import { caseFile, caseNames, expectedOf, optionsOf, readCase } from './case.ts'

describe('a profile of a source', () => {
  it('has a file that it is recognised by', () => {
    const recognised = caseNames().map((name) => expectedOf(name).form?.by)
    const ids = profiles().map(({ id }) => id)
    expect(ids.filter((id) => !recognised.includes(id))).toEqual([])
  })
})

describe('a file is read as a person would read it, or asked about', () => {
  for (const name of caseNames()) {
    const [why = name] = readFileSync(caseFile(name, 'why.txt'), 'utf8').split('\n')
    it(`${name}: ${why}`, async () => {
      const report = await readCase(caseFile(name, 'input.csv'), optionsOf(name))
      // `WRITE_CASES=1` writes what new cases give, to be read and corrected by their author.
      const expected = caseFile(name, 'expected.json')
      if (process.env.WRITE_CASES && !existsSync(expected))
        writeFileSync(expected, `${JSON.stringify(report, null, 2)}\n`)
      expect(JSON.parse(JSON.stringify(report))).toEqual(expectedOf(name))
    })
  }
})
