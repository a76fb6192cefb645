import type { ReactNode } from 'react';
import type { ListingItem } from '@/api/generated/ledger';
import { LISTING_STATUSES, wordsOf } from '@/format/words';
import { Countdown } from '@/ui/Age';
import { Time } from '@/ui/Time';
import { seenLag } from '../openings';
import { Became, fromOpeningText, Outlook, Reasons, Verdict } from '../parts';
import styles from './detail.module.css';

/** What is known of the listing, and what the run will do or what became of it. */
export function Facts({ listing }: { listing: ListingItem }) {
  const { status, openingTime, openedAt, withdrawnAt, firstSeen, verdictAt } = listing;
  const lag = seenLag(listing);
  return (
    <dl className={styles['facts']}>
      <Fact name="State">
        {status} <span className="muted">{wordsOf(LISTING_STATUSES, status)}</span>
      </Fact>
      {status === 'ANNOUNCED' ? (
        <Fact name="What the run will do">
          <Outlook listing={listing} />
        </Fact>
      ) : (
        <Fact name="What became of it">
          <Became listing={listing} />
        </Fact>
      )}
      <Fact name="Opening">
        {openingTime === undefined ? (
          <span className="muted">{openedAt === undefined ? 'not stated' : 'nobody had stated one: a surprise'}</span>
        ) : (
          <>
            <Time at={openingTime} precise />
            {status === 'ANNOUNCED' && (
              <>
                , in <Countdown to={openingTime} />
              </>
            )}
          </>
        )}
      </Fact>
      {openedAt !== undefined && (
        <Fact name="Seen open">
          <Time at={openedAt} precise />
          {lag !== undefined && <>, {fromOpeningText(lag)} the opening</>}
        </Fact>
      )}
      {withdrawnAt !== undefined && (
        <Fact name="Withdrawn">
          <Time at={withdrawnAt} />
        </Fact>
      )}
      <Fact name="First seen">
        <Time at={firstSeen} precise />
      </Fact>
      <Fact name="Verdict">
        <Verdict listing={listing} /> <Reasons listing={listing} />
        {verdictAt !== undefined && (
          <>
            {' '}
            <span className="muted">since</span> <Time at={verdictAt} />
          </>
        )}
      </Fact>
    </dl>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
