import { Popover } from '@base-ui/react/popover';
import { useSyncExternalStore } from 'react';
import { serverNow } from '@/api/clock';
import { onTick, tickMoment } from '@/api/ticker';
import { durationText } from '@/format/duration';
import { localTimeText, millisOf, preciseTimeText, timeText, type Timestamp } from '@/format/time';
import { CopyButton } from './CopyButton';
import styles from './Time.module.css';

/** The one popover of all times: each time hands it its moment. */
const popover = Popover.createHandle<Timestamp>();

/** A time in UTC. Press, focus and hover show the local time with its zone, the age, and the API's own text. */
export function Time({ at, precise = false }: { at: Timestamp; precise?: boolean }) {
  const text = precise ? preciseTimeText(at, serverNow()) : timeText(at, serverNow());
  return (
    <Popover.Trigger handle={popover} payload={at} openOnHover delay={400} className={styles['time']}>
      <time dateTime={at}>{text}</time>
    </Popover.Trigger>
  );
}

/** Stands once in the page. */
export function TimePopover() {
  return (
    <Popover.Root handle={popover}>
      {({ payload }) => (
        <Popover.Portal>
          <Popover.Positioner sideOffset={6} collisionPadding={8}>
            <Popover.Popup className={styles['popup']} initialFocus={false}>
              {payload !== undefined && <Details at={payload} />}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      )}
    </Popover.Root>
  );
}

function Details({ at }: { at: Timestamp }) {
  useSyncExternalStore(onTick, tickMoment);
  const seconds = (serverNow() - millisOf(at)) / 1000;
  return (
    <>
      <dl>
        <dt>Local</dt>
        <dd>{localTimeText(at)}</dd>
        <dt>{seconds < 0 ? 'In' : 'Ago'}</dt>
        <dd>{durationText(Math.abs(seconds))}</dd>
        <dt>UTC</dt>
        <dd className="mono">{at}</dd>
      </dl>
      <CopyButton text={at} />
    </>
  );
}
