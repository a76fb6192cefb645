import { Page } from '@/ui/Page';
import { ArmedCard } from './ArmedCard';
import { CapsCard } from './CapsCard';
import { HealthCard } from './HealthCard';
import styles from './NowPage.module.css';
import { OpeningsCard } from './OpeningsCard';
import { PositionsCard } from './PositionsCard';
import { RunCard } from './RunCard';
import { TradesCard } from './TradesCard';

/** Whether it runs, what comes next, how full the caps are, and what was bought. */
export default function NowPage() {
  return (
    <Page title="Now">
      <div className={styles['grid']}>
        <div className={styles['column']}>
          <div className={styles['run']}>
            <RunCard />
          </div>
          <div className={styles['caps']}>
            <CapsCard />
          </div>
          <div className={styles['openings']}>
            <OpeningsCard />
          </div>
          <div className={styles['trades']}>
            <TradesCard />
          </div>
        </div>
        <div className={styles['column']}>
          <div className={styles['health']}>
            <HealthCard />
          </div>
          <div className={styles['armed']}>
            <ArmedCard />
          </div>
          <div className={styles['positions']}>
            <PositionsCard />
          </div>
        </div>
      </div>
    </Page>
  );
}
