import { Page } from '@/ui/Page';
import { BreakersCard } from './BreakersCard';
import { CapsCard } from './CapsCard';
import { GuardrailsCard } from './GuardrailsCard';
import { RecordsCard } from './RecordsCard';
import styles from './RiskPage.module.css';
import { TradingStateCard } from './TradingStateCard';

/** How full each cap is, which level binds, and what the risk role may change. */
export default function RiskPage() {
  return (
    <Page title="Caps">
      <div className={styles['page']}>
        <RecordsCard />
        <CapsCard />
        <div className={styles['halves']}>
          <GuardrailsCard />
          <div className={styles['column']}>
            <TradingStateCard />
            <BreakersCard />
          </div>
        </div>
      </div>
    </Page>
  );
}
