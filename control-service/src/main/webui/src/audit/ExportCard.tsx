import { useId } from 'react';
import { useSearchParams } from 'wouter';
import { useEnvironmentName } from '@/api/environment';
import { ApiProblem } from '@/api/problem';
import { decimalText } from '@/format/decimal';
import { typedTime, typedTimeText } from '@/format/typedTime';
import { ORDER_KINDS } from '@/format/words';
import { useRefusal } from '@/session/useSession';
import { Stopwatch } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/Field';
import { Filters } from '@/ui/Filters';
import { Mark } from '@/ui/Mark';
import { Time } from '@/ui/Time';
import { TypedFilter } from '@/ui/TypedFilter';
import styles from './AuditPage.module.css';
import { accepts, FORMATS, readWanted, statusesOf, SUBJECTS, type FilterName, type Wanted } from './exports';
import { useExport, type ExportState } from './useExport';

/** One press exports what the filters of the address let through; the file states its rows and the head of the chain. */
export function ExportCard() {
  const heading = useId();
  const environment = useEnvironmentName();
  const [params, setParams] = useSearchParams();
  const wanted = readWanted(params);
  const { state, begin, cancel } = useExport();
  const role = useRefusal('Exporting', ['viewer', 'operator', 'risk']);
  const change = (name: string, value: string): void => {
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === '') {
        next.delete(name);
      } else {
        next.set(name, value);
      }
      return next;
    });
  };
  const unread = wanted.ignored.length > 0 ? 'Take away the filters that this export does not take: the file would have other rows.' : undefined;
  return (
    <section className={styles['card']} aria-labelledby={heading}>
      <h2 id={heading}>Export</h2>
      <Filters inside>
        <Select label="What" value={wanted.subject} onChange={(value) => change('list', value)} options={Object.entries(SUBJECTS)} />
        <Select label="Format" value={wanted.format} onChange={(value) => change('format', value)} options={Object.entries(FORMATS)} />
        <ExportFilters wanted={wanted} change={change} />
      </Filters>
      {wanted.ignored.length > 0 && (
        <div className={styles['ignored']}>
          <p>
            <Mark shape="warn" /> Not a filter of this export: {wanted.ignored.join(', ')}.
          </p>
          <Button small onPress={() => setParams({ list: wanted.subject, format: wanted.format, ...wanted.filters })}>
            Take away
          </Button>
        </div>
      )}
      <div className={styles['actions']}>
        <Button
          kind="primary"
          busy={state.phase === 'reading'}
          refusal={state.phase === 'reading' ? undefined : (role ?? unread)}
          onPress={() => void begin(environment, wanted)}
        >
          Export {SUBJECTS[wanted.subject].split(',')[0]?.toLowerCase()} of {environment}
        </Button>
        {state.phase === 'reading' && <Button onPress={cancel}>Cancel</Button>}
      </div>
      <div role="status" className={styles['result']}>
        <Outcome state={state} />
      </div>
    </section>
  );
}

function ExportFilters({ wanted: { subject, filters }, change }: { wanted: Wanted; change: (name: string, value: string) => void }) {
  const typed = (name: FilterName, label: string, example: string, read: (text: string) => string | undefined, shown = filters[name] ?? '') =>
    accepts(subject, name) && (
      <TypedFilter key={name} label={label} value={shown} read={read} example={example} onChange={(value) => change(name, value)} />
    );
  const chosen = (name: FilterName, label: string, options: Readonly<Record<string, string>>) =>
    accepts(subject, name) && (
      <Select
        key={name}
        label={label}
        value={filters[name] ?? ''}
        onChange={(value) => change(name, value)}
        options={[['', 'any'], ...withSeveral(filters[name], options)]}
      />
    );
  const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);
  return (
    <>
      {typed('from', 'From, UTC', '2026-11-27 02:31', typedTime, typedTimeText(filters.from))}
      {typed('to', 'Before, UTC', '2026-11-28', typedTime, typedTimeText(filters.to))}
      {chosen('status', 'Status', Object.fromEntries(Object.keys(statusesOf(subject)).map((status) => [status, status])))}
      {typed('pair', 'Pair', 'NEWT/USDT', (text) => matching(/^[^/\s]{1,60}\/[^/\s]{1,60}$/)(text.toUpperCase()))}
      {chosen('kind', 'Kind', ORDER_KINDS)}
      {typed('reason', 'Reason', 'NOT_WANTED', (text) => matching(/^[A-Z][A-Z0-9_,]{0,500}$/)(text.toUpperCase()))}
      {typed('run', 'Run, its whole id', '6f1c2a52-6d3e-5d8e-9a53-0c3a7d1f2b64', (text) => matching(/^[0-9a-f-]{36}$/)(text.toLowerCase()))}
      {typed('after', 'After position', '0', matching(/^\d{1,18}$/))}
      {typed('upTo', 'Up to position', '48211', matching(/^\d{1,18}$/))}
    </>
  );
}

/** An address may name several, which the one choice then shows as they are. */
function withSeveral(value: string | undefined, options: Readonly<Record<string, string>>): [string, string][] {
  const known = Object.entries(options);
  return value === undefined || Object.hasOwn(options, value) ? known : [[value, value], ...known];
}

function Outcome({ state }: { state: ExportState }) {
  switch (state.phase) {
    case 'idle':
      return (
        <p className="muted">
          The last line of the file states its rows and the head of the chain; <span className="mono">deploy/ledger verify FILE</span> checks it.
        </p>
      );
    case 'reading':
      return (
        <p>
          Reading from the ledger… <Stopwatch since={state.since} />
        </p>
      );
    case 'saved':
      return <Saved state={state} />;
    case 'cut':
      return (
        <p className={styles['bad']}>
          <Mark shape="bad" /> <span>The file ended before its manifest, so it is not whole and was not saved. Export it again.</span>
        </p>
      );
    case 'failed':
      return (
        <p className={styles['bad']}>
          <Mark shape="bad" />{' '}
          <span>
            Not exported: {state.failure?.message ?? 'the connection broke'}.
            {state.failure instanceof ApiProblem && state.failure.correlationId !== undefined && ` Reference ${state.failure.correlationId}.`}
          </span>
        </p>
      );
  }
}

function Saved({ state: { manifest, name } }: { state: Extract<ExportState, { phase: 'saved' }> }) {
  const rows = decimalText(String(manifest.rows));
  return (
    <>
      <p>
        <span className={styles['ok']}>
          <Mark shape="ok" />
        </span>{' '}
        {rows} {manifest.rows === 1 ? 'row' : 'rows'}
        {manifest.heads.map(({ environment, position, hash }) => (
          <span key={environment}>
            , head{' '}
            <span className="mono" title={hash}>
              {hash.slice(0, 12)}…
            </span>{' '}
            at record {decimalText(String(position))} of {environment}
          </span>
        ))}
        , exported <Time at={manifest.exportedAt} />.
      </p>
      <p className="label">
        <span className="mono">{name}</span>, SHA-256 <span className="mono">{manifest.sha256}</span>
      </p>
    </>
  );
}
