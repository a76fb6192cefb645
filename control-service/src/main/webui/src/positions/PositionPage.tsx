import { useState } from 'react';
import { useParams } from 'wouter';
import { useEnvironment, useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import type { PositionStatus } from '@/api/generated/control';
import type { Polled } from '@/api/usePolled';
import { quoteOf } from '@/format/decimal';
import { atStopText, rulesOf } from '@/format/exitPlan';
import { EXIT_CAUSES, wordsOf } from '@/format/words';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Decimal } from '@/ui/Decimal';
import { Empty } from '@/ui/Empty';
import { LinkButton } from '@/ui/LinkButton';
import { Page } from '@/ui/Page';
import { Time } from '@/ui/Time';
import { useNotHere } from '@/ui/useNotHere';
import { CloseDialog } from './CloseDialog';
import { ExitList } from './ExitList';
import { CancelPlanDialog, EditPlanDialog } from './PlanDialogs';
import styles from './PositionPage.module.css';
import { ProfitCard } from './ProfitCard';
import { useOpenPosition, usePosition } from './queries';

/** One position: its price, the plan by which it ends, what triggers next, what came of each exit, and what it has brought. */
export default function PositionPage() {
  const { positionId = '' } = useParams();
  const polled = useOpenPosition(positionId);
  const recorded = usePosition(positionId);
  const to = useEnvironmentPath();
  const position = polled.data;
  const instead = useNotHere({ what: 'position', of: position === undefined ? recorded : polled, all: 'positions' });
  // Control forgets what has ended; the ledger does not.
  const ended = position === undefined && recorded.data?.status === 'CLOSED';
  if (instead !== undefined) {
    return instead;
  }
  return (
    <Page title={`Position ${position?.pair ?? recorded.data?.pair ?? ''}`} actions={<LinkButton to={to('positions')}>All positions</LinkButton>}>
      <div className={styles['stack']}>
        {!ended && <OpenCards of={polled} />}
        <ProfitCard of={recorded} />
      </div>
    </Page>
  );
}

function OpenCards({ of: polled }: { of: Polled<PositionStatus> }) {
  const position = polled.data;
  return (
    <>
      <Card title="Price" of={[polled]} who="control" lines={4}>
        {position !== undefined && <Price position={position} of={polled} />}
      </Card>
      <Card title="Exit plan" of={[polled]} who="control" lines={4}>
        {position !== undefined && <Plan position={position} of={polled} />}
      </Card>
      <Card title="Exits" of={[polled]} who="control" lines={3}>
        {position === undefined || position.exits.length === 0 ? (
          <Empty>Nothing was sold yet.</Empty>
        ) : (
          <ExitList position={position} exits={position.exits} />
        )}
      </Card>
    </>
  );
}

/** Why nothing can be done to the position now; undefined where it can. */
function useStanding({ open }: PositionStatus): string | undefined {
  const environment = useEnvironmentName();
  const { data: status } = useEnvironment();
  return open ? (status?.tradingState?.state === 'HALTED' ? `${environment} is HALTED: nothing is sold.` : undefined) : 'It has ended.';
}

function Price({ position, of }: { position: PositionStatus; of: Polled<PositionStatus> }) {
  const [closing, setClosing] = useState(false);
  const standing = useStanding(position);
  const role = useRefusal('Closing a position', ['operator']);
  const { mark, pair } = position;
  return (
    <>
      <dl className={styles['facts']}>
        <dt>Best bid</dt>
        <dd>
          {mark?.bid === undefined ? <span className="muted">unknown</span> : <Decimal value={mark.bid} unit={quoteOf(pair)} />}
          {mark?.pricedAt !== undefined && (
            <>
              {' '}
              <Time at={mark.pricedAt} />
            </>
          )}
          {mark?.stale === true && ' It is too old, or the book too odd, to trigger anything.'}
        </dd>
        <dt>Highest</dt>
        <dd>{mark?.highest === undefined ? <span className="muted">unknown</span> : <Decimal value={mark.highest} />}</dd>
      </dl>
      <div className={styles['actions']}>
        <Button kind="danger" refusal={role ?? standing} onPress={() => setClosing(true)}>
          Close…
        </Button>
      </div>
      {closing && <CloseDialog position={position} of={of} refusal={role ?? standing} onClose={() => setClosing(false)} />}
    </>
  );
}

function Plan({ position, of }: { position: PositionStatus; of: Polled<PositionStatus> }) {
  const [dialog, setDialog] = useState<'edit' | 'cancel'>();
  const standing = useStanding(position);
  const editing = useRefusal('Changing an exit plan', ['risk']);
  const canceling = useRefusal('Canceling an exit plan', ['operator', 'risk']);
  const { plan, mark, plannedBy } = position;
  const next = mark?.next ?? [];
  const close = (): void => setDialog(undefined);
  return (
    <>
      {plan === undefined ? (
        <Empty>It ends by no plan: it is yours to sell.</Empty>
      ) : (
        <ul>
          {rulesOf(plan).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
          <li>{atStopText(plan)}</li>
        </ul>
      )}
      {plannedBy !== undefined && <p className="muted">Set by {plannedBy}.</p>}
      {next.length > 0 && (
        <dl className={styles['facts']}>
          {next.map(({ cause, level, price }) => (
            <NextPrice key={`${cause} ${level ?? ''}`} cause={cause} level={level} price={price} unit={quoteOf(position.pair)} />
          ))}
        </dl>
      )}
      <div className={styles['actions']}>
        <Button refusal={editing ?? standing} onPress={() => setDialog('edit')}>
          {plan === undefined ? 'Set a plan…' : 'Edit plan…'}
        </Button>
        <Button
          kind="dangerOutline"
          refusal={canceling ?? standing ?? (plan === undefined ? 'It has no plan.' : undefined)}
          onPress={() => setDialog('cancel')}
        >
          Cancel plan…
        </Button>
      </div>
      {dialog === 'edit' && <EditPlanDialog position={position} of={of} refusal={editing ?? standing} onClose={close} />}
      {dialog === 'cancel' && <CancelPlanDialog position={position} of={of} refusal={canceling ?? standing} onClose={close} />}
    </>
  );
}

function NextPrice({ cause, level, price, unit }: { cause: string; level: number | undefined; price: string; unit: string }) {
  return (
    <>
      <dt>
        Next {wordsOf(EXIT_CAUSES, cause)}
        {level !== undefined && ` ${level + 1}`}
      </dt>
      <dd>
        <Decimal value={price} unit={unit} />
      </dd>
    </>
  );
}
