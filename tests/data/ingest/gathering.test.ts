import { expect, it } from 'vitest'
import { createGathering } from '../../../data/ingest/records/gathering.ts'
import { Unreadable } from '../../../data/ingest/unreadable.ts'

const draft = (key: string) => ({
  key,
  title: key,
  unit: null,
  additive: 'none' as const,
  dimensions: {},
})

it('numbers series as they come, and refuses one more than memory is there for by its key', () => {
  const file = createGathering((one) => one, 2)
  expect(['a', 'b', 'a'].map((key) => file.addSeries(draft(key)))).toEqual([0, 1, 0])
  const more = () => file.addSeries(draft('c'))
  expect(more).toThrow(Unreadable)
  expect(more).toThrow('more than 2 series')
  expect(more).toThrow('“c” is one more')
})
