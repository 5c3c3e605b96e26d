import { signal } from '@preact/signals'
import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { withParams } from '../params.ts'
import { refresh } from '../remote.ts'
import { go } from '../router.ts'
import { toast } from '../ui/Toast.tsx'
import { effectWords } from './effect.ts'
import { errorWords, imports } from './requests.ts'
import { sendFile, sending } from './sending.ts'
import { session, writing } from './session.ts'
import { firstStep, type Step } from './steps.ts'
import { bytesWords } from './words.ts'

/** The address of a step of an upload, with the title that the reader gave since it was read. */
export const uploadAddress = (id: number | null, step: Step | null, title?: string): string =>
  withParams('/upload', '', {
    import: id === null ? null : String(id),
    step: id === null ? null : step,
    title: id === null || !title ? null : title,
  })

/** What the upload page does, with what it is doing now and what went wrong. */
export function createTaking() {
  const busy = signal<'reading' | 'writing' | null>(null)
  const wrong = signal('')
  /** How the file is being read again, until that is done. */
  const asked = signal<ReadingOptions | null>(null)
  /** What the server answered last, until the page has asked for it by itself. */
  const answered = signal<ImportReport | null>(null)
  /** The counts before a file was read again, and as which import. */
  let again: { id: number; before: ImportReport } | null = null

  const at = <T>(what: 'reading' | 'writing', work: () => Promise<T>): Promise<T | undefined> => {
    if (busy.value) return Promise.resolve(undefined)
    busy.value = what
    wrong.value = ''
    return work()
      .catch((error) => {
        wrong.value = errorWords(error)
        return undefined
      })
      .finally(() => {
        busy.value = null
        asked.value = null
      })
  }

  return {
    busy,
    wrong,
    asked,
    answered,

    /** Goes to a step of an import; on another page by now, it is said there. */
    go(report: ImportReport, step: Step | null, title?: string, replace = false): void {
      if (location.pathname === '/upload') go(uploadAddress(report.id, step, title), { replace })
      else toast(`${report.file} has been read: see Imports`)
    },

    /** Sends a file. One of the same name takes the place of the preview before it, and is read alike. */
    async take(file: File, before: ImportReport | null, options: ReadingOptions): Promise<void> {
      const most = session.peek()?.maxUpload
      if (most && file.size > most) {
        wrong.value = `${file.name} has ${bytesWords(file.size)}, and this server takes files of at most ${bytesWords(most)}. Cut it into parts, or let whoever runs Entrepot raise ENTREPOT_MAX_UPLOAD.`
        return
      }
      if (busy.value) {
        const other = sending.value?.file ?? before?.file ?? 'another file'
        toast(`${file.name} is not read: ${other} is still on its way`)
        return
      }
      const isAgain = before?.file === file.name
      const kept = isAgain ? options : {}
      const report = await at('reading', () => sendFile(file, kept))
      if (!report) return
      answered.value = report
      if (isAgain && before.status === 'preview') imports.cancel(before.id).catch(() => {})
      this.go(report, firstStep(report), kept.title)
    },

    /** Reads the kept file again in another way, and stays at the step. */
    async readAgain(before: ImportReport, options: ReadingOptions, step: Step): Promise<void> {
      if (busy.value === null) asked.value = options
      const report = await at('reading', () => writing(() => imports.readAgain(before.id, options)))
      if (!report) return
      answered.value = report
      again = { id: report.id, before }
      this.go(report, step, options.title, true)
    },

    /** What reading again did, in words. */
    effect: (report: ImportReport): string =>
      again?.id === report.id && report.status === 'preview' && again.before.status === 'preview'
        ? effectWords(again.before, report)
        : '',

    /** Keeps a title for the new dataset until it is written. */
    entitle(report: ImportReport, title: string): void {
      go(uploadAddress(report.id, 'reading', title), { replace: true })
    },

    /** Writes a preview; under another title its file is read once more with it. */
    async write(report: ImportReport, partial: boolean, options: ReadingOptions): Promise<void> {
      const { title } = options
      const isEntitled = report.newDataset && title && title !== report.datasetTitle
      const written = await at('writing', () =>
        writing(() =>
          isEntitled
            ? imports.commitAs(report.id, partial, options)
            : imports.commit(report.id, partial),
        ),
      )
      if (!written) return
      answered.value = written
      refresh()
      this.go(written, 'write')
    },

    async cancel(report: ImportReport): Promise<void> {
      await at('reading', () => writing(() => imports.cancel(report.id)))
      refresh()
    },
  }
}
