import { useRef } from 'react';
import { Link } from 'wouter';
import { useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import { localTimeText } from '@/format/time';
import { useDraft } from '@/session/useDraft';
import { TextField } from '@/ui/Field';
import { Time } from '@/ui/Time';
import { readOpening } from '../openings';
import { CommandDialog } from './CommandDialog';
import styles from './commands.module.css';
import { errorOf, useAnnounce } from './useListingCommand';

/** Announces a listing that no feed shows yet. It is evidence like that of a feed, and never a second buy. */
export function AnnounceDialog({ onClose }: { onClose: () => void }) {
  const environment = useEnvironmentName();
  const to = useEnvironmentPath();
  const command = useAnnounce();
  const first = useRef<HTMLInputElement>(null);
  const draft = useDraft(`announcing in ${environment}`, { pair: '', opening: '', reason: '' });
  const { pair, opening } = draft.value;
  const openingTime = readOpening(opening);
  const name = pair.trim().toUpperCase();
  return (
    <CommandDialog
      title={`Announce a listing in ${environment}`}
      deed={name === '' ? 'Announce' : `Announce ${name}`}
      command={command}
      draft={draft}
      argument={(reason) => ({ pair: name, openingTime: openingTime ?? '', reason })}
      refusal={name === '' ? 'Name the pair.' : openingTime === undefined ? 'Say when it opens, in UTC.' : undefined}
      reasonHint="Such as: announced by the project."
      focus={first}
      onClose={onClose}
      done={(listing) => (
        <>
          Announced: <Link href={to(`listings/${listing.listingId}`)}>{listing.pair}</Link>
          {listing.openingTime !== undefined && (
            <>
              {' '}
              opens <Time at={listing.openingTime} />
            </>
          )}
          . The time that the exchange states holds before yours.
        </>
      )}
    >
      <p>The run decides about it as about any other. Where a feed shows the listing too, it is the same one: it is bought once.</p>
      <div className={styles['row']}>
        <TextField
          label="Pair"
          name="pair"
          ref={first}
          value={pair}
          placeholder="NEWT/USDT"
          maxLength={100}
          error={errorOf(command.state, 'pair')}
          onChange={(next) => draft.change({ ...draft.value, pair: next })}
        />
        <TextField
          label="Opening, UTC"
          name="openingTime"
          value={opening}
          placeholder="2026-12-01 12:00:00"
          maxLength={40}
          hint={openingTime === undefined ? 'Year, month, day and time; at most 13 days ahead.' : `On your clock ${localTimeText(openingTime)}`}
          error={errorOf(command.state, 'openingTime')}
          onChange={(next) => draft.change({ ...draft.value, opening: next })}
        />
      </div>
    </CommandDialog>
  );
}
