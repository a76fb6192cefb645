import { useEffect, useState } from 'react';
import { EVERY, POLL_TIMEOUT } from '@/api/schedule';
import { Button } from '@/ui/Button';
import { isOfThisPanel } from './installed';

/** What the panel's server says while a script of this panel cannot be loaded. */
type Server = 'asking' | 'away' | 'newer' | 'same';

async function ask(): Promise<Server> {
  try {
    const answer = await fetch('/index.html', { cache: 'no-store', signal: AbortSignal.timeout(POLL_TIMEOUT) });
    if (!answer.ok) {
      return 'away';
    }
    const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src;
    return isOfThisPanel(await answer.text(), entry) ? 'same' : 'newer';
  } catch {
    return 'away';
  }
}

const WORDS: Readonly<Record<Exclude<Server, 'asking'>, string>> = {
  away: 'This page could not be loaded: the server of the panel is not answering. It is asked again by itself.',
  newer: 'A newer panel is installed. What you typed is kept.',
  same: 'This page could not be loaded. What you typed is kept.',
};

/** A page whose script did not come, and why. Nothing is reloaded by itself, because something may have been typed. */
export function NotLoaded() {
  const [server, setServer] = useState<Server>('asking');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async (): Promise<void> => {
      const found = await ask();
      if (!gone) {
        setServer(found);
        timer = found === 'away' ? setTimeout(() => void look(), EVERY) : undefined;
      }
    };
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return server === 'asking' ? (
    <p className="boot">Loading the page.</p>
  ) : (
    <div className="boot" role="alert">
      <p>{WORDS[server]}</p>
      {server !== 'away' && <Button onPress={() => window.location.reload()}>Reload</Button>}
    </div>
  );
}
