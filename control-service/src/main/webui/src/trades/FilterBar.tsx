import { useState } from 'react';
import { timeText } from '@/format/time';
import { ORDER_KINDS, ORDER_STATUSES, REASONS, reasonText } from '@/format/words';
import { serverNow } from '@/api/clock';
import type { OrderItem, RunItem } from '@/api/generated/ledger';
import { Select } from '@/ui/Field';
import { ClearFilters } from './ClearFilters';
import styles from './FilterBar.module.css';
import { countOf, type Filters } from './filters';
import { PeriodFilter } from './PeriodFilter';
import { useRuns } from './queries';
import { Toggle } from './Toggle';
import toggle from './Toggle.module.css';
import { TypedFilter } from './TypedFilter';

const STATUSES = Object.keys(ORDER_STATUSES) as OrderItem['status'][];
const ANY = '';

export interface FilterBarProps {
  filters: Filters;
  change: (filters: Filters) => void;
}

/** Which orders are shown. At 390 px the filters are behind a button that says how many are set. */
export function FilterBar({ filters, change }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const count = countOf(filters);
  return (
    <section className={styles['bar']} aria-label="Filters">
      <div className={styles['opener']}>
        <button type="button" className={toggle['toggle']} aria-expanded={open} onClick={() => setOpen(!open)}>
          {count === 0 ? 'Filters' : `Filters, ${count} set`}
        </button>
      </div>
      <div className={`${styles['filters']} ${open ? styles['open'] : ''}`}>
        <PeriodFilter filters={filters} change={change} />
        <Statuses filters={filters} change={change} />
        <Others filters={filters} change={change} />
        {count > 0 && (
          <div className={styles['clear']}>
            <ClearFilters change={change} />
          </div>
        )}
      </div>
    </section>
  );
}

function Statuses({ filters, change }: FilterBarProps) {
  const { status, bought } = filters;
  const toggled = (one: OrderItem['status']): OrderItem['status'][] =>
    STATUSES.filter((each) => status.includes(each) !== (each === one));
  return (
    <div role="group" aria-label="Status" className={styles['toggles']}>
      {STATUSES.map((each) => (
        <Toggle key={each} on={status.includes(each)} onPress={() => change({ ...filters, status: toggled(each) })}>
          {each}
        </Toggle>
      ))}
      <Toggle on={bought} onPress={() => change({ ...filters, bought: !bought })}>
        only what was bought
      </Toggle>
    </div>
  );
}

function Others({ filters, change }: FilterBarProps) {
  const { data: runs } = useRuns();
  const { kind, pair, run, reason } = filters;
  return (
    <div className={styles['fields']}>
      <TypedFilter
        label="Pair"
        value={pair ?? ''}
        read={pairOf}
        example="NEWT/USDT"
        onChange={(text) => change({ ...filters, pair: text === '' ? undefined : text })}
      />
      <Select
        label="Kind"
        value={kind ?? ANY}
        onChange={(value) => change({ ...filters, kind: value === ANY ? undefined : (value as OrderItem['kind']) })}
        options={[[ANY, 'any kind'], ...Object.entries(ORDER_KINDS)]}
      />
      <Select
        label="Run"
        value={run ?? ANY}
        onChange={(value) => change({ ...filters, run: value === ANY ? undefined : value })}
        options={[[ANY, 'any run'], ...runOptions(runs ?? [], run)]}
      />
      <Select
        label="Reason"
        value={reason.join(',')}
        onChange={(value) => change({ ...filters, reason: value === ANY ? [] : value.split(',') })}
        options={[[ANY, 'any or none'], ...reasonOptions(reason)]}
      />
    </div>
  );
}

/** A pair is written in capitals, so that small letters are understood. */
function pairOf(text: string): string | undefined {
  const pair = text.trim().toUpperCase();
  return /^[^/\s]{1,60}\/[^/\s]{1,60}$/.test(pair) ? pair : undefined;
}

type Options = readonly (readonly [value: string, text: string])[];

function runOptions(runs: readonly RunItem[], chosen: string | undefined): Options {
  const known: Options = runs.map(({ runId, snapshot, startedAt }) => [
    runId,
    `${runId.slice(0, 4)} ${snapshot === undefined ? '' : `«${snapshot.name}» `}${timeText(startedAt, serverNow())}`,
  ]);
  return chosen === undefined || runs.some(({ runId }) => runId === chosen) ? known : [[chosen, chosen.slice(0, 8)], ...known];
}

/** The reasons that an order can have, by their words; a link may name several, or one that is not known here. */
function reasonOptions(chosen: readonly string[]): Options {
  const known: Options = Object.entries(REASONS);
  const joined = chosen.join(',');
  return joined === '' || Object.hasOwn(REASONS, joined) ? known : [[joined, chosen.map(reasonText).join(', or ')], ...known];
}
