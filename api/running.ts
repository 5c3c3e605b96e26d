import type { ImportReport, Progress } from '../data/model/report.ts'
import type { Running as Started } from '../data/writer.ts'

type Tell = (progress: Progress) => void

/** The imports that the writer carries out for this process, with how far each is. */
export interface RunningImports {
  /** Starts an import and follows it until it ends. */
  start(begin: (tell: Tell) => Promise<Started>): Promise<Started>
  /** The same for one that has its number already and may have to wait; gives how it ends. */
  resume(id: number, begin: (tell: Tell) => Promise<Started>): Promise<ImportReport>
  /** How far an import is, as it goes on. Undefined where it does not run here. */
  watch(id: number, tell: Tell): Watch | undefined
}

export interface Watch {
  done: Promise<ImportReport>
  stop(): void
}

/** Progress told to whoever listens; who comes late hears the latest. */
class News {
  #last: Progress | null = null
  readonly #listeners = new Set<Tell>()

  readonly tell = (progress: Progress): void => {
    this.#last = progress
    for (const listener of this.#listeners) listener(progress)
  }

  subscribe(listener: Tell): () => void {
    this.#listeners.add(listener)
    if (this.#last) listener(this.#last)
    return () => void this.#listeners.delete(listener)
  }
}

export function createRunning(): RunningImports {
  const running = new Map<number, { news: News; done: Promise<ImportReport> }>()

  const follow = (id: number, news: News, done: Promise<ImportReport>) => {
    running.set(id, { news, done })
    const forget = () => void running.delete(id)
    done.then(forget, forget)
  }

  return {
    async start(begin) {
      const news = new News()
      const started = await begin(news.tell)
      follow(started.id, news, started.done)
      return started
    },
    resume(id, begin) {
      const news = new News()
      const done = begin(news.tell).then((started) => started.done)
      follow(id, news, done)
      return done
    },
    watch(id, tell) {
      const found = running.get(id)
      return found && { done: found.done, stop: found.news.subscribe(tell) }
    },
  }
}
