import { useEffect, useSyncExternalStore } from 'react';
import { useEnvironment, useEnvironmentPath } from '@/api/environment';
import { healthOf, onHealthChange } from '@/api/health';
import type { Api } from '@/api/problem';
import { useAge } from '@/api/usePolled';
import { serverNow } from '@/api/clock';
import { timeText, utcNow } from '@/format/time';
import { useSession } from '@/session/useSession';
import { Badge } from '@/ui/Badge';
import { LinkButton } from '@/ui/LinkButton';
import { HaltLine } from '../halt/HaltLine';
import { useHalt, type UsedHalt } from '../halt/useHalt';
import { StopLine } from '../stop/StopLine';
import { useStop, type UsedStop } from '../stop/useStop';
import { AllConditions } from './AllConditions';
import { conditionsOf, type Condition } from './conditions';
import { isHaltOutlived, isStopOutlived } from './outlived';
import styles from './Strip.module.css';
import { BesideCommand, StripLine } from './StripLine';

/** One line, always there, so that nothing pushes the page: a command under way first, then the worst that is known. */
export function Strip() {
  const stop = useStop();
  const halt = useHalt();
  const said = [stop, halt].filter(({ state }) => state.phase !== 'idle').sort((a, b) => b.pressedAt - a.pressedAt);
  const command = said[0] === stop ? <StopLine stop={stop} /> : said[0] === halt ? <HaltLine halt={halt} /> : undefined;
  const conditions = useConditions();
  const [worst] = conditions;
  useOutlived(stop, halt);
  return (
    <>
      <div className={styles['strip']} role="status" aria-label="State of the environment">
        {command === undefined ? (
          <Worst conditions={conditions} />
        ) : (
          // A command has the line, and hides nothing that is wrong.
          <BesideCommand value={conditions.length > 0 && <AllConditions conditions={conditions} />}>{command}</BesideCommand>
        )}
      </div>
      {/* Read at once, also while a command has the line. */}
      <p className="spoken" role="alert">
        {worst?.tone === 'bad' ? worst.text : ''}
      </p>
    </>
  );
}

/** Takes away what a command came to, once it says nothing of now any more. */
function useOutlived({ state: stopped, dismiss: forgetStop }: UsedStop, { state: halted, dismiss: forgetHalt }: UsedHalt): void {
  const { data } = useEnvironment();
  useEffect(() => {
    if (data !== undefined && stopped.phase === 'confirmed' && isStopOutlived(stopped.result, data)) {
      forgetStop();
    }
    if (data !== undefined && halted.phase === 'confirmed' && isHaltOutlived(halted.result, data)) {
      forgetHalt();
    }
  }, [data, stopped, halted, forgetStop, forgetHalt]);
}

/** What is wrong: the parts that do not answer, then what the last status says. */
function useConditions(): Condition[] {
  const { data } = useEnvironment();
  const absences = useAbsences();
  return data === undefined ? absences : [...absences, ...conditionsOf(data, serverNow())];
}

function useAwaySince(api: Api): number | undefined {
  return useSyncExternalStore(onHealthChange, () => healthOf(api).awaySince?.wall);
}

function useStarting(api: Api): boolean {
  return useSyncExternalStore(onHealthChange, () => healthOf(api).starting);
}

/** The parts that do not answer, before anything that an older answer says. */
function useAbsences(): Condition[] {
  const control = useAwaySince('control');
  const ledger = useAwaySince('ledger');
  const starting = useStarting('control');
  const absent: Condition[] = [];
  if (control !== undefined) {
    absent.push({
      tone: 'bad',
      text: `Control is not answering since ${clock(control)}. Stop and halt are tried all the same; the runbook's command line is the other way.`,
    });
  }
  if (starting) {
    absent.push({ tone: 'warn', text: 'Control is starting and reads back what happened. Halt works.' });
  }
  if (ledger !== undefined) {
    absent.push({
      tone: 'bad',
      text: `The ledger is not answering since ${clock(ledger)}. Trades, listings and positions are from then. Stop and halt work.`,
    });
  }
  return absent;
}

function clock(wall: number): string {
  return timeText(utcNow(wall), Date.now());
}

function Worst({ conditions }: { conditions: readonly Condition[] }) {
  const { data, hash } = useEnvironment();
  const age = useAge([hash]);
  const to = useEnvironmentPath();
  const ended = useSession().status !== 'signed-in';
  const [first] = conditions;
  const bad = conditions.filter(({ tone }) => tone === 'bad').length;
  if (first === undefined) {
    return data === undefined || ended || age.state === 'not-current' ? (
      <StripLine tone="warn">What is wrong is not known now.</StripLine>
    ) : (
      <StripLine tone="calm">Nothing wrong is known.</StripLine>
    );
  }
  return (
    <StripLine
      tone={first.tone}
      before={<Counts bad={bad} warn={conditions.length - bad} />}
      actions={
        <>
          {first.to !== undefined && (
            <LinkButton small to={to(first.to)}>
              {first.action}
            </LinkButton>
          )}
          {conditions.length > 1 && <AllConditions conditions={conditions} />}
        </>
      }
    >
      {first.text}
    </StripLine>
  );
}

function Counts({ bad, warn }: { bad: number; warn: number }) {
  return (
    <span className={styles['counts']}>
      {bad > 0 && <Badge tone="bad">{bad} critical</Badge>}
      {warn > 0 && <Badge tone="warn">{warn === 1 ? '1 warning' : `${warn} warnings`}</Badge>}
    </span>
  );
}
