import { PageHead } from '../ui/PageHead.tsx'
export const ExplorePage = () => <PageHead title="Explore" />
