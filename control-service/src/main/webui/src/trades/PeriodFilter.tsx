import { serverNow } from '@/api/clock';
import { utcNow } from '@/format/time';
import styles from './FilterBar.module.css';
import { isPeriod, PERIODS, readTyped, typedText, type Filters, type Period } from './filters';
import { Toggle } from './Toggle';
import { TypedFilter } from './TypedFilter';

const WORDS: Readonly<Record<Period, string>> = { '1h': '1 h', '24h': '24 h', '7d': '7 d' };
const HOUR = 3_600_000;

/** When the orders began: until now, or between two times in UTC. */
export function PeriodFilter({ filters, change }: { filters: Filters; change: (filters: Filters) => void }) {
  const { from, to } = filters;
  const interval = to !== undefined || (from !== undefined && !isPeriod(from));
  const kept = (text: string): string | undefined => readTyped(text);
  return (
    <div className={styles['period']}>
      <div role="group" aria-label="Time" className={styles['toggles']}>
        <Toggle on={from === undefined && to === undefined} onPress={() => change({ ...filters, from: undefined, to: undefined })}>
          all
        </Toggle>
        {(Object.keys(PERIODS) as Period[]).map((period) => (
          <Toggle
            key={period}
            on={from === period && to === undefined}
            onPress={() => change({ ...filters, from: period, to: undefined })}
          >
            {WORDS[period]}
          </Toggle>
        ))}
        <Toggle
          on={interval}
          onPress={() => interval || change({ ...filters, from: lastFullHour(), to: undefined })}
        >
          from, to
        </Toggle>
      </div>
      {interval && (
        <div className={styles['interval']}>
          <TypedFilter
            label="From, UTC"
            value={typedText(isPeriod(from) ? undefined : from)}
            read={(text) => (kept(text) === undefined ? undefined : typedText(kept(text)))}
            example="2026-11-27 02:31"
            onChange={(text) => change({ ...filters, from: kept(text) })}
          />
          <TypedFilter
            label="To, UTC"
            value={typedText(to)}
            read={(text) => (kept(text) === undefined ? undefined : typedText(kept(text)))}
            example="2026-11-27 03:31"
            onChange={(text) => change({ ...filters, to: kept(text) })}
          />
        </div>
      )}
    </div>
  );
}

function lastFullHour(): string {
  return utcNow(Math.floor(serverNow() / HOUR) * HOUR - HOUR);
}
