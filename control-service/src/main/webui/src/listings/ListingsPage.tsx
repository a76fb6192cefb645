import { useState } from 'react';
import * as v from 'valibot';
import { Link, useSearchParams } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import { Page } from '@/ui/Page';
import { AheadCard } from './AheadCard';
import { AnnounceButton } from './commands/buttons';
import { ListingDialog, type OpenDialog } from './commands/ListingDialog';
import styles from './ListingsPage.module.css';
import { MissedReports } from './MissedReports';
import { PastCard } from './PastCard';

const WHENS = [
  ['ahead', 'Ahead'],
  ['past', 'Past'],
  ['missed', 'Missed'],
] as const;

const when = v.fallback(v.picklist(WHENS.map(([name]) => name)), 'ahead');

/** Openings ahead with what the run will do, past ones with what became of each, and what was missed. */
export default function ListingsPage() {
  const [search] = useSearchParams();
  const shown = v.parse(when, search.get('when') ?? 'ahead');
  const [dialog, setDialog] = useState<OpenDialog>();
  return (
    <Page title="Listings" actions={<AnnounceButton open={setDialog} />}>
      <Tabs shown={shown} />
      {shown === 'ahead' && <AheadCard open={setDialog} />}
      {shown === 'past' && <PastCard />}
      {shown === 'missed' && <MissedReports />}
      <ListingDialog dialog={dialog} onClose={() => setDialog(undefined)} />
    </Page>
  );
}

function Tabs({ shown }: { shown: string }) {
  const to = useEnvironmentPath();
  return (
    <nav aria-label="Which listings" className={styles['tabs']}>
      {WHENS.map(([name, text]) => (
        <Link
          key={name}
          href={to(name === 'ahead' ? 'listings' : `listings?when=${name}`)}
          className={styles['tab'] ?? ''}
          aria-current={name === shown ? 'page' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
