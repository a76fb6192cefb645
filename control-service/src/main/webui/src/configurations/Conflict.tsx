import { useState } from 'react';
import type { Configuration, SavedConfiguration } from '@/api/generated/control';
import { assetOf, differencesOf } from '@/format/configuration';
import { Button } from '@/ui/Button';
import { Differences } from '@/ui/Differences';
import { Time } from '@/ui/Time';
import styles from './Editor.module.css';

/** Another person has saved a version while this one was edited: nothing is overwritten without being seen. */
export function Conflict({ base, latest, mine, refusal, busy, save, drop }: {
  base: number;
  latest: SavedConfiguration;
  /** What is typed, as the API reads it; undefined while it cannot be read. */
  mine: Configuration | undefined;
  refusal: string | undefined;
  busy: boolean;
  save: () => void;
  /** Forgets what is typed. */
  drop: () => void;
}) {
  const [compared, setCompared] = useState(false);
  return (
    <div className={styles['conflict']} role="alert">
      <p>
        {latest.savedBy} saved v{latest.version} at <Time at={latest.savedAt} /> while you edited v{base}.
      </p>
      <div className={styles['actions']}>
        <Button refusal={mine === undefined ? 'What you typed cannot be read yet.' : undefined} onPress={() => setCompared(!compared)}>
          Compare
        </Button>
        <Button onPress={drop}>Take v{latest.version}, drop mine</Button>
        <Button busy={busy} refusal={busy ? undefined : refusal} onPress={save}>
          Put mine on top as v{latest.version + 1}
        </Button>
      </div>
      {compared && mine !== undefined && (
        <Differences
          caption="Theirs and yours"
          from={`v${latest.version} by ${latest.savedBy}`}
          to="yours"
          rows={differencesOf(latest.content, mine)}
          asset={assetOf(mine)}
        />
      )}
    </div>
  );
}
