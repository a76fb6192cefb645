import { useEffect, useState } from 'react';
import { control } from '@/api';
import type { ConfigurationDraft, DraftCheck } from '@/api/generated/control';

/** After the last key, in milliseconds. */
const QUIET = 400;
const REQUEST_LIMIT = 4_000;

/** What the API says of a draft while it is typed; undefined before its first answer. It saves nothing. */
export function useCheck(draft: ConfigurationDraft): { check: DraftCheck | undefined; of: string; asked: string } {
  const asked = JSON.stringify(draft);
  const [answer, setAnswer] = useState<{ check: DraftCheck; of: string }>();
  useEffect(() => {
    const given = new AbortController();
    const timer = setTimeout(() => {
      const signal = AbortSignal.any([given.signal, AbortSignal.timeout(REQUEST_LIMIT)]);
      control.validateConfiguration({ body: JSON.parse(asked) as ConfigurationDraft, signal }).then(
        (check) => !given.signal.aborted && setAnswer({ check, of: asked }),
        // The check is an aid: saving says all of it again.
        () => undefined,
      );
    }, QUIET);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [asked]);
  return { check: answer?.check, of: answer?.of ?? '', asked };
}
