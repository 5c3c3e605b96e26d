import type { SeriesDraft } from '../../model/batch.ts'
import { isWithdrawal } from '../../model/select.ts'
import { Findings } from '../merge/findings.ts'
import { Shape } from '../merge/shape.ts'
import type { RawDatabase } from '../open.ts'
import { Packer } from '../packed/write.ts'
import { periodKey, rowPeriod, type StoredRow, type StoreReader, tellingOf } from '../stored.ts'
import {
  asTheyCame,
  knownDay,
  type Placed,
  place,
  sameRelease,
  sameValue,
  type Telling,
  type UndatedRule,
  withdrawal,
} from '../telling.ts'
import type { Again } from '../write/again.ts'
import { RowWriter } from '../write/rows.ts'
import { type Names, notesOf, SeriesWriter } from '../write/series.ts'
import { Teller, type TellerRow } from './teller.ts'

/** A period of which the undone import told a release: all that is known of it. */
interface Affected {
  first: number
  last: number
  before: Placed
}

/** What is told of a period without the undone import. */
interface Left {
  /** Releases of the undone import. */
  own: Telling[]
  /** Releases of others. */
  stay: Telling[]
  /** What others told again. */
  again: Map<Telling, { teller: Teller; entry: Again }>
  /** All of these that tell it and do not take it out. */
  telling: Telling[]
  /** Who replaces the series and does not tell the period takes it out, if there is anything then. */
  withdrawals: Map<Telling, Teller>
}

/** Takes one import out of series after series. */
export class UndoSeries {
  /** Observations whose value came back, and those that are gone. */
  restored = 0
  removed = 0
  /** Releases that later imports told too, by import. */
  readonly kept = new Map<number, number>()
  /** The values that come back and those that go. */
  readonly findings: Findings
  readonly #raw: RawDatabase
  readonly #reader: StoreReader
  readonly #rule: UndatedRule
  readonly #undone: { import: number; told: number; dataset: string }
  readonly #rows: RowWriter
  readonly #series: SeriesWriter
  readonly #packer: Packer
  readonly #tellers
  readonly #retell
  readonly #forget

  constructor(
    raw: RawDatabase,
    reader: StoreReader,
    rule: UndatedRule,
    names: Names,
    undone: { import: number; told: number; dataset: string },
  ) {
    this.findings = new Findings(undone.dataset)
    this.#raw = raw
    this.#reader = reader
    this.#rule = rule
    this.#undone = undone
    this.#rows = new RowWriter(raw)
    this.#series = new SeriesWriter(raw, names)
    this.#packer = new Packer(raw, reader)
    this.#tellers = raw.prepare<[number], TellerRow>(
      `select import_id import, added, draft, withdraws, told_again packed,
         (select told from origin where origin.import_id = i.import_id limit 1) told
       from import_series i where series_id = ? order by told`,
    )
    this.#retell = raw.prepare(
      'update import_series set added = ?, told_again = ? where import_id = ? and series_id = ?',
    )
    this.#forget = raw.prepare('delete from import_series where import_id = ? and series_id = ?')
  }

  series(id: number): void {
    const all = this.#tellers.all(id)
    this.#forget.run(this.#undone.import, id)
    const own = all.find((teller) => teller.import === this.#undone.import)!
    const tellers = all.filter((teller) => teller !== own).map((row) => new Teller(row))
    // Before anybody told the series there was nothing in it to take out.
    while (tellers[0]?.draft === 'null') this.#forget.run(tellers.shift()!.import, id)
    if (tellers.length === 0) {
      this.removed += this.#reader.observations(id).length
      this.#series.remove(id)
      return
    }
    const draft = draftOf(tellers)
    const described = JSON.stringify(draftOf(all)) !== JSON.stringify(draft)
    if (own.added === 0 && !described) return
    const noted = own.added > 0 && this.#takeBack(id, tellers, draft)
    this.#describe(id, draft)
    if (described) this.#series.recode(id, draft)
    this.#series.flush()
    if (described || noted) {
      this.#series.index(id, draft, notesOf(this.#raw, id), false)
    }
  }

  /** Writes what waits when all series are done. */
  finish(): void {
    this.#series.finish()
  }

  /** Settles every period of which it told a release; whether notes came or went with that. */
  #takeBack(id: number, tellers: Teller[], draft: SeriesDraft): boolean {
    let noted = false
    for (const affected of this.#affected(id)) {
      const { first, last, before } = affected
      const after = this.#without(affected, tellers)
      const [was, is] = [releasesOf(before), releasesOf(after)]
      noted ||= !keepsNotes(was, is) || !keepsNotes(is, was)
      this.#rows.settle(id, first, last, before, after)
      this.#find(draft, affected, after)
    }
    this.#rows.flush()
    this.#packer.fromRows(id)
    for (const teller of tellers) {
      if (teller.isChanged) this.#retell.run(teller.added, teller.packed(), teller.import, id)
    }
    return noted
  }

  #find(draft: SeriesDraft, { first, last, before }: Affected, after: Placed): void {
    const [was, is] = [before.selected, after.selected]
    if (was && !is) {
      this.removed++
      this.findings.removal(draft, first, last, was)
    } else if (is && (!was || !sameValue(was, is))) {
      this.restored++
      if (was) this.findings.revision(draft, first, last, was, is)
      else this.findings.addition(draft, first, last, is)
    }
  }

  /** The periods of which the undone import told a release. */
  #affected(id: number): Affected[] {
    const telling = (row: StoredRow) => tellingOf(row, this.#reader.origin(row[7]), this.#rule)
    const selected = new Map(this.#reader.observations(id).map((row) => [rowPeriod(row), row]))
    const others = Map.groupBy(this.#reader.releases(id), rowPeriod)
    const affected: Affected[] = []
    for (const period of new Set([...selected.keys(), ...others.keys()])) {
      const row = selected.get(period)
      const rest = others.get(period) ?? []
      const before: Placed = {
        selected: row && telling(row),
        others: rest.map(telling),
        again: [],
      }
      if (!releasesOf(before).some((release) => this.#isOwn(release))) continue
      const [first, last] = row ?? rest[0]!
      affected.push({ first, last, before })
    }
    return affected
  }

  /** What the period comes to when all but the undone import tell it, from the beginning. */
  #without(affected: Affected, tellers: Teller[]): Placed {
    const left = this.#leftOf(affected, tellers)
    const came = [...left.telling, ...left.withdrawals.keys()].sort(asTheyCame)
    const after = place([], came, this.#rule)
    this.#handOver(left, after, tellers, affected)
    return after
  }

  #leftOf({ first, last, before }: Affected, tellers: Teller[]): Left {
    const releases = releasesOf(before)
    const stay = releases.filter((release) => !this.#isOwn(release))
    const again: Left['again'] = new Map()
    for (const teller of tellers) {
      for (const entry of teller.again(periodKey(first, last))) {
        again.set(this.#tellingOf(entry), { teller, entry })
      }
    }
    const telling = [...stay.filter((one) => !isWithdrawal(one)), ...again.keys()]
    const toldBy = new Set(telling.map((one) => one.import))
    const withdrawals: Left['withdrawals'] = new Map()
    for (const teller of tellers) {
      if (teller.withdraws === null || toldBy.has(teller.told)) continue
      const standing = stay.find((one) => isWithdrawal(one) && one.import === teller.told)
      withdrawals.set(standing ?? withdrawal(this.#reader.origin(teller.withdraws)), teller)
    }
    const own = releases.filter((release) => this.#isOwn(release))
    return { own, stay, again, telling, withdrawals }
  }

  /** Who is the first to tell what is left of the period, and who tells it again. */
  #handOver(
    { own, stay, again, withdrawals }: Left,
    after: Placed,
    tellers: Teller[],
    { first, last }: Affected,
  ): void {
    const now = new Set(after.again)
    for (const [one, teller] of withdrawals) {
      const [was, is] = [stay.includes(one), after.others.includes(one)]
      if (was !== is) teller.count(is ? 1 : -1)
    }
    for (const [telling, { teller, entry }] of again) {
      if (now.has(telling)) continue
      teller.tellsFirst(entry)
      if (own.some((release) => sameRelease(release, telling))) {
        this.kept.set(teller.import, (this.kept.get(teller.import) ?? 0) + 1)
      }
    }
    for (const telling of stay) {
      if (!now.has(telling)) continue
      const teller = tellers.find(({ told }) => told === telling.import)!
      teller.tellsAgain(entryOf(telling, first, last))
    }
  }

  #describe(id: number, draft: SeriesDraft): void {
    const shape = new Shape()
    let releases = 0
    let lastKnown: number | null = null
    for (const table of ['observations', 'releases'] as const) {
      for (const row of this.#reader[table](id)) {
        if (table === 'observations') shape.add(row[0], row[1])
        releases++
        const known = knownDay(this.#reader.origin(row[7]), row[1], this.#rule)
        if (lastKnown === null || known > lastKnown) lastKnown = known
      }
    }
    this.findings.close(shape, draft)
    this.#series.update(id, draft, { shape, releases, lastKnown })
  }

  #isOwn(telling: Telling): boolean {
    return telling.import === this.#undone.told
  }

  #tellingOf({ first, last, value, decimals, status, bound, note, origin, line }: Again): Telling {
    const row: StoredRow = [first, last, value, decimals, status, bound, note, origin, line]
    return tellingOf(row, this.#reader.origin(origin), this.#rule)
  }
}

const releasesOf = ({ selected, others }: Placed): Telling[] =>
  selected ? [selected, ...others] : others

/** Whether every note of `a` is among the releases `b`. */
const keepsNotes = (a: readonly Telling[], b: readonly Telling[]): boolean =>
  a.every((telling) => telling.note === null || b.includes(telling))

function entryOf(telling: Telling, first: number, last: number): Again {
  const { value, decimals, status, bound, note, line } = telling
  return { first, last, value, decimals, status, bound, note, line, origin: telling.origin.id }
}

/** What the latest of several imports says of a series; a unit also from an earlier one. */
function draftOf(tellers: readonly { draft: string }[]): SeriesDraft {
  const drafts = tellers
    .map(({ draft }) => JSON.parse(draft) as SeriesDraft | null)
    .filter((draft) => draft !== null)
  const unit = drafts.findLast((draft) => draft.unit !== null)?.unit ?? null
  return { ...drafts.at(-1)!, unit }
}
