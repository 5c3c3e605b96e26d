// Lays rows that another thread hands over, while that one merges the next.
import { workerData } from 'node:worker_threads'
import { DONE, type Handed, type Laying } from './pages-slots.ts'
import { RowPages } from './row-pages.ts'

const { path, port, state, slots } = workerData as Laying
let pages: RowPages | undefined

port.on('message', (handed: Handed) => {
  try {
    take(handed)
  } catch (error) {
    port.postMessage(error)
    port.close()
  }
  Atomics.add(state, DONE, 1)
  Atomics.notify(state, DONE)
})

function take(handed: Handed): void {
  pages ??= new RowPages(path)
  if (handed === 'finish') {
    pages.finish()
    port.close()
    return
  }
  const { length, statuses } = handed
  const { series, first, last, value, decimals, status, origin, line } = slots[handed.slot]!
  for (let i = 0; i < length; i++) {
    pages.push(
      series[i]!,
      first[i]!,
      last[i]!,
      Number.isNaN(value[i]!) ? null : value[i]!,
      decimals[i]!,
      status[i]! < 0 ? null : statuses[status[i]!]!,
      origin[i]!,
      line[i]!,
    )
  }
}
