import { openStore, type Store } from '../../../data/store/open.ts'

/** An empty store in memory. */
export const emptyStore = (): Promise<Store> => openStore('file::memory:', 'write')
