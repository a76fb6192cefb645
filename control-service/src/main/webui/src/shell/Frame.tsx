import { useEffect, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useEnvironment, useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import { EndedNotice } from '@/ui/EndedNotice';
import { setEnvironmentTitle } from '@/ui/title';
import { TimePopover } from '@/ui/Time';
import styles from './Frame.module.css';
import { HaltButton } from './halt/HaltButton';
import { HaltDialog } from './halt/HaltDialog';
import { Header } from './header/Header';
import { rememberEnvironment } from './lastEnvironment';
import { Navigation } from './header/Navigation';
import { loadAllPages, sectionOf } from './pages';
import { StartDialog } from './start/StartDialog';
import { StopButton } from './stop/StopButton';
import { Strip } from './strip/Strip';
import { useShellKeys } from './useShellKeys';
import { useTopOfPage } from './useTopOfPage';
import { useStop } from './stop/useStop';

/** The other pages are loaded when the first one has had its time, in milliseconds. */
const OTHERS_AFTER = 2_000;

/** What every page has: the environment and its state, what is wrong, where one can go, stop and halt. */
export function Frame({ children }: { children: ReactNode }) {
  const environment = useEnvironmentName();
  const { data } = useEnvironment();
  // A mode that is not known is drawn as real money.
  const live = data !== undefined && data.mode !== 'PAPER';
  const stop = useStop();
  useShellKeys(stop.press);
  useTopOfPage();
  useEffect(() => rememberEnvironment(environment), [environment]);
  useEffect(() => setEnvironmentTitle(environment, live), [environment, live]);
  useEffect(() => {
    const timer = setTimeout(() => void loadAllPages(), OTHERS_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={`${styles['frame']} ${live ? styles['live'] : ''}`}>
      <a className={styles['skip']} href="#content">
        To the content
      </a>
      <Header />
      <Navigation />
      <Strip />
      <main id="content" className={styles['content']} tabIndex={-1}>
        <EndedNotice />
        <Tabs />
        {children}
      </main>
      <div className={styles['bottom']}>
        <StopButton />
        <HaltButton />
      </div>
      <HaltDialog />
      <StartDialog />
      <TimePopover />
    </div>
  );
}

/** The pages of a section that has several. */
function Tabs() {
  const [path] = useLocation();
  const to = useEnvironmentPath();
  const tabs = sectionOf(path)?.tabs ?? [];
  if (tabs.length === 0) {
    return null;
  }
  return (
    <nav className={styles['tabs']} aria-label="Pages of this section">
      {tabs.map(([name, target]) => (
        <Link
          key={target}
          href={to(target)}
          className={styles['tab'] ?? ''}
          aria-current={path.startsWith(to(target)) ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
