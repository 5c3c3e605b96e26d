import { Dialog } from '../ui/Dialog.tsx'
import { searchOpen } from './open.tsx'
export const SearchDialog = () => (
  <Dialog
    title="Search"
    onClose={() => {
      searchOpen.value = false
    }}
  >
    <p>Search</p>
  </Dialog>
)
