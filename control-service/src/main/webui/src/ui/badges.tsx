import { microsText } from '@/format/duration';
import { Badge, type Tone } from './Badge';
import type { MarkShape } from './Mark';

type Look = readonly [tone: Tone, shape: MarkShape, suffix?: string];

const ORDERS: Readonly<Record<string, Look>> = {
  FILLED: ['ok', 'ok'],
  PARTIALLY_FILLED: ['ok', 'partly'],
  ARMED: ['accent', 'waiting'],
  SUBMITTED: ['accent', 'waiting'],
  ACCEPTED: ['accent', 'waiting'],
  DENIED: ['muted', 'refused', 'by us'],
  CANCELED: ['muted', 'refused'],
  ABSENT: ['muted', 'neutral'],
  REJECTED: ['warn', 'refused', 'by the exchange'],
  UNRESOLVED: ['bad', 'unknown'],
};

const VERDICTS: Readonly<Record<string, Look>> = {
  QUALIFIED: ['ok', 'ok'],
  UNCERTAIN: ['muted', 'unknown'],
  DISQUALIFIED: ['muted', 'refused'],
};

const RUNS: Readonly<Record<string, Look>> = {
  ACTIVE: ['ok', 'running'],
  SUSPENDED: ['bad', 'bad'],
  STOP_REQUESTED: ['warn', 'warn'],
  STOPPING: ['warn', 'warn'],
  STOPPED: ['muted', 'stopped'],
  REJECTED: ['muted', 'refused'],
};

const TRADING_STATES: Readonly<Record<string, Look>> = {
  ACTIVE: ['ok', 'ok'],
  REDUCING: ['warn', 'warn', 'sells only'],
  HALTED: ['bad', 'bad'],
};

const SEVERITIES: Readonly<Record<string, Look>> = {
  CRITICAL: ['bad', 'bad'],
  WARNING: ['warn', 'warn'],
  INFO: ['muted', 'neutral'],
};

/** A code that is not known here is shown as it came, muted. */
function StatusBadge({ looks, code }: { looks: Readonly<Record<string, Look>>; code: string }) {
  const [tone, shape, suffix] = (Object.hasOwn(looks, code) ? looks[code] : undefined) ?? (['muted', 'unknown'] as const);
  return (
    <Badge tone={tone} shape={shape}>
      {suffix === undefined ? code : `${code} ${suffix}`}
    </Badge>
  );
}

export function OrderBadge({ status }: { status: string }) {
  return <StatusBadge looks={ORDERS} code={status} />;
}

export function VerdictBadge({ verdict }: { verdict: string }) {
  return <StatusBadge looks={VERDICTS} code={verdict} />;
}

export function RunBadge({ state }: { state: string }) {
  return <StatusBadge looks={RUNS} code={state} />;
}

export function TradingStateBadge({ state }: { state: string }) {
  return <StatusBadge looks={TRADING_STATES} code={state} />;
}

export function SeverityBadge({ severity }: { severity: string }) {
  return <StatusBadge looks={SEVERITIES} code={severity} />;
}

const LATENCIES: Readonly<Record<string, Look>> = {
  GREEN: ['ok', 'ok'],
  YELLOW: ['warn', 'warn'],
  RED: ['bad', 'bad'],
};

/** How fast a buy was; `badge` is the API's colour. A negative latency means that it was written before the opening. */
export function LatencyBadge({ micros, badge }: { micros: number | undefined; badge: string | undefined }) {
  if (micros === undefined || badge === undefined) {
    return <span className="muted">not measured</span>;
  }
  const [tone, shape] = LATENCIES[badge] ?? (['muted', 'unknown'] as const);
  return (
    <Badge tone={tone} shape={shape}>
      {micros < 0 ? `${microsText(-micros)} early` : microsText(micros)}
    </Badge>
  );
}
