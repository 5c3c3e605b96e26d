import { countChange } from './data-version.ts'
import { type Rebuilt, rebuild } from './derive.ts'
import { inTransaction, type Store } from './open.ts'

/** Makes all that a store derives from its rows anew, while others read it: they see the old or the new. */
export const rebuildStore = (store: Store): Promise<Rebuilt> =>
  inTransaction(store, async (db, raw) => {
    await countChange(db)
    return rebuild(raw)
  })
