import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useSession } from '@/session/useSession';
import { EnvironmentEntry } from './EnvironmentEntry';
import { Frame } from './Frame';
import { PartBoundary } from './PartBoundary';
import { PAGES } from './pages';
import { SessionPage } from './SessionPage';

/** The page of the address, within the frame; without a session, what became of it. */
export function App() {
  const session = useSession();
  if (session.status !== 'signed-in' && session.status !== 'ended') {
    return <SessionPage session={session} />;
  }
  return (
    <Switch>
      <Route path="/env/:environment/*?">
        <Frame>
          <PartBoundary>
            <Suspense fallback={<p className="boot">Loading the page.</p>}>
              <Switch>
                {PAGES.map(({ path, Page }) => (
                  <Route key={path} path={`/env/:environment${path}`} component={Page} />
                ))}
                <Route path="/env/:environment">{({ environment }) => <Redirect to={`/env/${environment}/now`} replace />}</Route>
                <Route>
                  <p className="boot">There is no such page.</p>
                </Route>
              </Switch>
            </Suspense>
          </PartBoundary>
        </Frame>
      </Route>
      <Route>
        <EnvironmentEntry />
      </Route>
    </Switch>
  );
}
