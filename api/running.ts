import { type Pace, paced } from '../data/model/pace.ts'
import type { ImportReport, Progress } from '../data/model/report.ts'
import type { Running as Started } from '../data/writer.ts'

/** How far an import is, and how fast it goes. */
export type Step = Progress & Pick<Pace, 'fraction' | 'rowsPerSecond' | 'secondsLeft'>

type Tell = (progress: Progress) => void
type Hear = (step: Step) => void

/** The imports that the writer carries out for this process, with how far each is. */
export interface RunningImports {
  /** Starts an import and follows it until it ends. */
  start(begin: (tell: Tell) => Promise<Started>): Promise<Started>
  /**
   * The same for one that has its number already and may have to wait; gives how it ends. `rows` are
   * those of its file, which was read before.
   */
  resume(id: number, rows: number, begin: (tell: Tell) => Promise<Started>): Promise<ImportReport>
  /** How far an import is, as it goes on. Undefined where it does not run here. */
  watch(id: number, hear: Hear): Watch | undefined
}

export interface Watch {
  done: Promise<ImportReport>
  stop(): void
}

/** Progress told to whoever listens; who comes late hears the latest. */
class News {
  #pace: Pace | null = null
  #last: Step | null = null
  readonly #rows: number | null
  readonly #listeners = new Set<Hear>()

  constructor(rows: number | null = null) {
    this.#rows = rows
  }

  readonly tell = (progress: Progress): void => {
    this.#pace = paced(this.#pace, progress, performance.now(), this.#rows)
    const { fraction, rowsPerSecond, secondsLeft } = this.#pace
    this.#last = { ...progress, fraction, rowsPerSecond, secondsLeft }
    for (const listener of this.#listeners) listener(this.#last)
  }

  subscribe(listener: Hear): () => void {
    this.#listeners.add(listener)
    if (this.#last) listener(this.#last)
    return () => void this.#listeners.delete(listener)
  }
}

export function createRunning(): RunningImports {
  const running = new Map<number, { news: News; done: Promise<ImportReport> }>()

  const follow = (id: number, news: News, done: Promise<ImportReport>) => {
    const own = { news, done }
    // Whoever asks for the same once more is refused by the writer, and must not end this one's news.
    if (!running.has(id)) running.set(id, own)
    const forget = () => void (running.get(id) === own && running.delete(id))
    done.then(forget, forget)
  }

  return {
    async start(begin) {
      const news = new News()
      const started = await begin(news.tell)
      follow(started.id, news, started.done)
      return started
    },
    resume(id, rows, begin) {
      const news = new News(rows || null)
      const done = begin(news.tell).then((started) => started.done)
      follow(id, news, done)
      return done
    },
    watch(id, hear) {
      const found = running.get(id)
      return found && { done: found.done, stop: found.news.subscribe(hear) }
    },
  }
}
