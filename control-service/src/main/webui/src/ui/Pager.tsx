import { serverOffset } from '@/api/clock';
import { useAge, type Polled } from '@/api/usePolled';
import { utcNow } from '@/format/time';
import { Button } from './Button';
import styles from './Pager.module.css';
import type { Pages } from './usePages';

export interface PagerProps {
  pages: Pages;
  /** The query of this page. Only the first page is asked again by itself; the others say when they were read. */
  of: Polled<unknown>;
  /** Goes to the page that follows; undefined on the last. */
  older: (() => void) | undefined;
}

/** Leads through the pages of a list, the newest first; nothing where there is one page only. */
export function Pager({ pages, of, older }: PagerProps) {
  if (pages.newer === undefined && older === undefined) {
    return null;
  }
  return (
    <nav className={styles['pager']} aria-label="Pages of the list">
      <Button refusal={pages.newer === undefined ? 'This is the newest page.' : undefined} onPress={() => pages.newer?.()}>
        Newer
      </Button>
      <Button refusal={older === undefined ? 'This is the oldest page.' : undefined} onPress={() => older?.()}>
        Older
      </Button>
      {pages.cursor !== undefined && <ReadAt of={of} />}
    </nav>
  );
}

function ReadAt({ of }: { of: Polled<unknown> }) {
  const { answeredAt } = useAge([of.hash]);
  return (
    <span className={styles['read']}>
      {answeredAt !== undefined && <>Read {utcNow(answeredAt + serverOffset()).slice(11)}; older pages are not read again by themselves.</>}
      <Button small onPress={of.refresh}>
        Read again
      </Button>
    </span>
  );
}
