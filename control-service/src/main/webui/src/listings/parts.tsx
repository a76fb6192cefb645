import { Link } from 'wouter';
import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import type { ListingItem } from '@/api/generated/ledger';
import { microsText } from '@/format/duration';
import { LISTING_SOURCES, reasonText, wordsOf } from '@/format/words';
import { VerdictBadge } from '@/ui/badges';
import { outlookOf, type Said } from '@/ui/outlook';
import styles from './ListingsPage.module.css';
import { signedWords, sourcesOf } from './openings';
import { resultText, resultsText } from './outcome';
import { useArmed } from './queries';

export function Verdict({ listing: { verdict } }: { listing: ListingItem }) {
  return verdict === undefined ? <span className="muted">not examined yet</span> : <VerdictBadge verdict={verdict} />;
}

export function Reasons({ listing: { reasons } }: { listing: ListingItem }) {
  return <span className="muted">{reasons.map(reasonText).join(', ')}</span>;
}

export function Sources({ listing }: { listing: ListingItem }) {
  return <>{sourcesOf(listing).map((source) => wordsOf(LISTING_SOURCES, source)).join(', ')}</>;
}

function SaidText({ said: { text, buys } }: { said: Said }) {
  return <span className={buys ? (styles['buys'] ?? '') : 'muted'}>{text}</span>;
}

/**
 * What the active run will do; the environment and the armed buys may not have answered yet.
 *
 * @param short at most three lines, for lists
 */
export function Outlook({ listing, short = false }: { listing: ListingItem; short?: boolean }) {
  const { data: status } = useEnvironment();
  const armed = useArmed();
  if (status === undefined) {
    return <span className="muted">unknown: control has not answered</span>;
  }
  const order = armed.data?.find(({ listingId }) => listingId === listing.listingId);
  return (
    <span className={short ? styles['short'] : undefined}>
      <SaidText said={outlookOf(listing, status, order)} />
    </span>
  );
}

/** What became of it in each run, with the order that was sent for it. */
export function Became({ listing }: { listing: ListingItem }) {
  const to = useEnvironmentPath();
  const { results, pair } = listing;
  if (results.length === 0) {
    return resultsText(listing).map((said) => <SaidText key={said.text} said={said} />);
  }
  return (
    <span className={styles['said']}>
      {results.map((result, index) => (
        <span key={index}>
          <SaidText said={{ text: resultText(result, pair), buys: result.outcome === 'BOUGHT' }} />
          {result.clientOrderId !== undefined && (
            <>
              {' '}
              <Link href={to(`trades/${result.clientOrderId}`)}>order</Link>
            </>
          )}
        </span>
      ))}
    </span>
  );
}

/** An interval from the opening: `12.4 ms after`, `3.10 s before`. */
export function fromOpeningText(micros: number): string {
  return signedWords(micros, microsText, 'after', 'before');
}
