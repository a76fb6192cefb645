import { Page } from '@/ui/Page';
import { ClosedCard } from './ClosedCard';
import { LatenciesCard } from './LatenciesCard';
import styles from './ResultPage.module.css';
import { SuccessCard } from './SuccessCard';

/** What came of it: positions that were closed, how many of the wanted listings were bought, and how fast. */
export default function ResultPage() {
  return (
    <Page title="Result">
      <div className={styles['cards']}>
        <SuccessCard />
        <ClosedCard />
        <LatenciesCard />
      </div>
    </Page>
  );
}
