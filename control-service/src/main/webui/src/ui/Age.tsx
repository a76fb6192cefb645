import { useSyncExternalStore } from 'react';
import { serverNow } from '@/api/clock';
import { onTick } from '@/api/ticker';
import { countdownText, durationText } from '@/format/duration';
import { millisOf, type Timestamp } from '@/format/time';

/** How long ago something was, by the servers' clock; `short` names its largest unit only. */
export function Ago({ at, short = false }: { at: Timestamp; short?: boolean }) {
  return useSyncExternalStore(onTick, () => {
    const text = durationText((serverNow() - millisOf(at)) / 1000);
    return short ? text.split(' ').slice(0, 2).join(' ') : text;
  });
}

function onTenth(listener: () => void): () => void {
  const timer = setInterval(listener, 100);
  return () => clearInterval(timer);
}

/** The time until an opening, by the servers' clock; then the words until the record tells what came of it. */
export function Countdown({ to }: { to: Timestamp }) {
  const text = useSyncExternalStore(onTenth, () => remaining(millisOf(to) - serverNow()));
  return (
    <span className="number nowrap" role="timer">
      {text}
    </span>
  );
}

function remaining(milliseconds: number): string {
  return milliseconds <= 0 ? 'opening now' : countdownText(milliseconds);
}

/** A running clock for a command under way. */
export function Stopwatch({ since }: { since: number }) {
  const text = useSyncExternalStore(onTenth, () => `${(Math.max(0, performance.now() - since) / 1000).toFixed(1)} s`);
  return (
    <span className="number nowrap" role="timer">
      {text}
    </span>
  );
}
