import { useSearchParams } from 'wouter';
import { Choice } from '@/ui/Field';
import { Page } from '@/ui/Page';
import { LatenciesCard } from './LatenciesCard';
import { ExitsCard } from './result/ExitsCard';
import type { By } from './result/queries';
import { ResultsCard } from './result/ResultsCard';
import { SellsCard } from './result/SellsCard';
import styles from './ResultPage.module.css';
import { SuccessCard } from './SuccessCard';

/** What is listed, by what the address says. */
const LISTS: Readonly<Record<By | 'exits' | 'sells', string>> = {
  run: 'by run',
  position: 'by position',
  day: 'by UTC day',
  source: 'by source',
  style: 'by order style',
  exits: 'exit by exit',
  sells: 'sell by sell',
};

/** What came of it: profit and loss, how many of the wanted listings were bought, and how fast. */
export default function ResultPage() {
  const [params, setParams] = useSearchParams();
  const named = params.get('by') ?? 'run';
  const list = (Object.hasOwn(LISTS, named) ? named : 'run') as keyof typeof LISTS;
  const show = (next: string): void =>
    setParams((before) => {
      before.set('by', next);
      // A cursor belongs to its list.
      before.delete('cursor');
      return before;
    });
  return (
    <Page title="Result">
      <div className={styles['cards']}>
        <Choice label="Profit and loss" value={list} onChange={show} options={Object.entries(LISTS)} />
        <List key={list} of={list} />
        <SuccessCard />
        <LatenciesCard />
      </div>
    </Page>
  );
}

function List({ of }: { of: keyof typeof LISTS }) {
  switch (of) {
    case 'exits':
      return <ExitsCard />;
    case 'sells':
      return <SellsCard />;
    default:
      return <ResultsCard by={of} />;
  }
}
