import { Link } from 'wouter';
import { useEnvironmentPath } from '@/api/environment';
import type { PositionItem } from '@/api/generated/ledger';
import type { Polled } from '@/api/usePolled';
import { amountText, quoteOf } from '@/format/decimal';
import { POSITION_ENDS, wordsOf } from '@/format/words';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Time } from '@/ui/Time';
import styles from './PositionPage.module.css';
import { useRunNames } from './useRunNames';

type Amounts = 'cost' | 'proceeds' | 'fees' | 'realised' | 'unrealised' | 'leftCost' | 'paidOverFirstTrade' | 'receivedOverTrigger';

const AMOUNTS: readonly (readonly [string, Amounts])[] = [
  ['Cost', 'cost'],
  ['Proceeds', 'proceeds'],
  ['Fees', 'fees'],
  ['Realised', 'realised'],
  ['Unrealised', 'unrealised'],
  ['Cost of what is left', 'leftCost'],
  ['Paid over first trade', 'paidOverFirstTrade'],
  ['Received over trigger', 'receivedOverTrigger'],
];

/** Profit and loss of one position, as the ledger has it, also of one that has ended. */
export function ProfitCard({ of }: { of: Polled<PositionItem> }) {
  return (
    <Card title="Profit and loss" of={[of]} who="the ledger" lines={6}>
      {of.data !== undefined && <Figures position={of.data} />}
    </Card>
  );
}

function Figures({ position }: { position: PositionItem }) {
  const to = useEnvironmentPath();
  const runName = useRunNames();
  const { pair, runId, openedAt, closedAt, reason, otherFees } = position;
  const other = Object.entries(otherFees).map(([asset, fee]) => amountText(fee, asset));
  return (
    <dl className={styles['facts']}>
      {AMOUNTS.map(([label, name]) => (
        <Figure key={name} label={label} value={position[name]} unit={quoteOf(pair)} />
      ))}
      {other.length > 0 && (
        <>
          <dt>Other fees</dt>
          <dd>{other.join(', ')}, in no other figure</dd>
        </>
      )}
      <dt>Run</dt>
      <dd>
        <Link href={to(`runs/${runId}`)}>{runName(runId)}</Link>
      </dd>
      <dt>Opened</dt>
      <dd>
        <Time at={openedAt} />
      </dd>
      {closedAt !== undefined && (
        <>
          <dt>Ended</dt>
          <dd>
            <Time at={closedAt} />
            {reason !== undefined && `, ${wordsOf(POSITION_ENDS, reason)}`}
          </dd>
        </>
      )}
    </dl>
  );
}

function Figure({ label, value, unit }: { label: string; value: string | undefined; unit: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value === undefined ? <span className="muted">unknown</span> : <Decimal value={value} least={2} unit={unit} />}</dd>
    </>
  );
}
