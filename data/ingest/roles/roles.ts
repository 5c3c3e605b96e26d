import type { DatasetDescription } from '../../model/dataset.ts'
import { lookUp } from '../../model/look-up.ts'
import type { Question, ReadingOptions, Role } from '../../model/report.ts'
import type { ToldCodes } from '../decide/told-codes.ts'
import type { Facts } from '../facts.ts'
import type { Profile } from '../profile.ts'
import { keyOrderOf, keyWordOf } from '../records/key-order.ts'
import type { Constants } from '../records/series.ts'
import { headerWord, isOwnDownload, roleOfHeader } from '../words.ts'
import { settleCodes } from './codes.ts'
import { sayCountry, settleCountry } from './country.ts'
import { settleDirection } from './direction.ts'
import { settleEchoes } from './echoes.ts'
import { settleMakes } from './makes.ts'
import { settleNewColumns } from './new-columns.ts'
import { settleNominal } from './nominal.ts'
import { settleOwnCurrency } from './own-currency.ts'
import { settleOwnNumbers } from './own-numbers.ts'
import { settlePeriod } from './period.ts'
import { profileRoles, settleProfile } from './profile.ts'
import { settleRemarks } from './remarks.ts'
import { settleRest } from './rest.ts'
import { settleScale } from './scale.ts'
import { sdmxRoles } from './sdmx.ts'
import { settleSeries, settleTitle } from './series.ts'
import type { Open, Settling } from './settling.ts'
import { settleSides } from './sides.ts'
import { settleSource } from './source.ts'
import { settleStatus } from './status.ts'
import { settleToldTwice } from './told-twice.ts'
import { settleValue } from './value.ts'

/** What each column is, who said so, and what only a person can say. */
export interface Roles {
  /** `dataset`, `entrepot`, the id of a profile, `sdmx-csv`, `shipped` or `headers`. */
  by: string
  roles: Role[]
  questions: Question[]
  says: string[]
  /** Figures of one series and period are parts, and added up. */
  isAdded: boolean
}

export interface Known {
  /** Roles by a column's layout, which may have made several records of one. */
  laid: Open
  isSpread: boolean
  /** Something is asked of the layout. */
  isAsked: boolean
  profile?: Profile
  description?: DatasetDescription
  /** What persons said of texts that no list has, for files of any dataset. */
  elsewhere: ToldCodes
  /** Lines above the table, the name of the file, its headings, what parts its cells. */
  around: {
    above: readonly string[]
    fileName: string
    header: readonly string[]
    delimiter: string
    /** Words that hold for every row. */
    constants: Constants
  }
  /** Every record is looked at, not the first ones alone. */
  isThorough: boolean
}

/**
 * Decides the role of every column: by what a person said, the dataset, the profile of its source, its
 * layout, its header, then its cells.
 */
export function rolesOf(facts: Facts, options: ReadingOptions, known: Known): Roles {
  const { by, roles } = byHeader(facts, known)
  const settling: Settling = {
    facts,
    roles,
    unsaid: [...roles],
    options,
    profile: by === known.profile?.id ? known.profile : undefined,
    isSpread: known.isSpread,
    above: known.around.above,
    words: [...known.around.header, ...known.around.above],
    constants: known.around.constants,
    questions: [],
    says: [],
  }
  if (settling.profile) settleProfile(settling)
  for (const [name, role] of Object.entries(options.columns ?? {})) {
    const index = facts.columns.findIndex((column) => column.name === name)
    if (index >= 0) roles[index] = role
  }
  if (by === 'headers') settleMakes(settling)
  settlePeriod(settling)
  if (by === 'headers' || (settling.profile && !settling.profile.rest)) {
    settleSeries(settling)
    settleSides(settling)
    settleDirection(settling)
    settleNominal(settling)
    settleCodes(settling)
    settleRemarks(settling)
    settleEchoes(settling)
  }
  if (by === 'headers') {
    settleOwnNumbers(settling)
    settleStatus(settling)
    settleScale(settling)
  }
  if (by === 'dataset' && known.description) settleNewColumns(settling, known.description)
  if (by !== 'dataset' || options.answers?.['value-column'] !== undefined) settleValue(settling)
  settleRest(settling, by === 'headers')
  if (by === 'headers') {
    settleSource(settling)
    settleTitle(settling)
    settleOwnCurrency(settling)
  }
  if (by === 'headers' || settling.profile) {
    settleCountry(settling)
    sayCountry(settling)
  }
  const isAdded = !AS_TOLD.includes(by) && settleToldTwice(settling, known.isAsked)
  const { questions, says } = settling
  return { isAdded, by, roles: roles.map((role) => role ?? 'ignore'), questions, says }
}

/** Forms of which each row is a telling of its own. */
const AS_TOLD = ['entrepot', 'sdmx-csv', 'shipped']

function byHeader(
  facts: Facts,
  { laid, profile, description }: Known,
): { by: Roles['by']; roles: Open } {
  const names = facts.columns.map((column) => column.name)
  if (isOwnDownload(names)) return { by: 'entrepot', roles: sdmxRoles(names, true) }
  const described = names.map((name) => lookUp(description?.columns, name))
  if (description && isComplete(described)) {
    const keyed = withKeyed(
      described,
      names.map((name, i) => laid[i] ?? roleOfHeader(name)),
      keyOrderOf(description),
    )
    return { by: 'dataset', roles: withExtras(names, keyed) }
  }
  if (profile) return { by: profile.id, roles: profileRoles(profile, names, laid) }
  if (isSdmxForm(names)) {
    return { by: 'sdmx-csv', roles: sdmxRoles(names, false) }
  }
  const roles = names.map((name, i) => laid[i] ?? roleOfHeader(name))
  return { by: isShippedForm(names) ? 'shipped' : 'headers', roles }
}

/** Whether a table has the form of the shipped files, whose numbers have a decimal point and no other mark. */
export function isShippedForm(names: string[]): boolean {
  const words = names.map(headerWord)
  return words.includes('series_id') && words.includes('period_start')
}

/** Whether a table has the columns of SDMX-CSV, whose numbers have a decimal point, too. */
export function isSdmxForm(names: string[]): boolean {
  const words = names.map(headerWord)
  return words.includes('time_period') && words.includes('obs_value')
}

const isComplete = (roles: Open): boolean =>
  roles.includes('value') &&
  (roles.includes('period') || (roles.includes('period_start') && roles.includes('period_end')))

/** A column may tell what headings told in the first file of the dataset: a flow, a partner. */
function withKeyed(described: Open, own: Open, keyed: readonly string[]): Open {
  const roles = [...described]
  for (const [i, role] of own.entries()) {
    const word = role?.startsWith('dimension:') ? keyWordOf(role) : undefined
    if (roles[i] === undefined && word && keyed.includes(word) && !roles.includes(role))
      roles[i] = role
  }
  return roles
}

/** Columns that the dataset does not know are read where they say something of a value, not of a series. */
function withExtras(names: string[], described: Open): Open {
  const extra: Role[] = ['status', 'bound', 'source', 'source_url', 'published', 'note']
  return described.map((role, i) => {
    if (role !== undefined) return role
    const known = roleOfHeader(names[i]!)
    return known && extra.includes(known) && !described.includes(known) ? known : 'ignore'
  })
}
