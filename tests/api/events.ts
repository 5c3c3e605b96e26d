import type { Step } from '../../api/running.ts'
import type { ImportReport } from '../../data/model/report.ts'

/** Follows the progress of an import, as a page does. */
export function follow(address: string) {
  const gone = new AbortController()
  async function* events(): AsyncGenerator<{ event: string; data: string }> {
    const response = await fetch(address, { signal: gone.signal })
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body!) {
      text += decoder.decode(chunk, { stream: true })
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const found = /^event: (.+)\ndata: (.+)$/.exec(text.slice(0, end))
        text = text.slice(end + 2)
        if (found) yield { event: found[1]!, data: found[2]! }
      }
    }
  }
  return {
    /** Hears every step until the import has ended, and gives how it did. */
    async each(hear: (step: Step) => void | Promise<void>): Promise<ImportReport> {
      for await (const { event, data } of events()) {
        if (event === 'done') return JSON.parse(data) as ImportReport
        await hear(JSON.parse(data) as Step)
      }
      throw new Error('The line was cut off.')
    },
    async first(): Promise<Step> {
      for await (const { data } of events()) return JSON.parse(data) as Step
      throw new Error('The line was cut off.')
    },
    close: () => gone.abort(),
  }
}
