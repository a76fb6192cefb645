import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useSession } from '@/session/useSession';
import { Page } from '@/ui/Page';
import { Forbidden } from '@/ui/Refused';
import { EnvironmentEntry } from './EnvironmentEntry';
import { Frame } from './Frame';
import { PartBoundary } from './PartBoundary';
import { PAGES } from './pages';
import { SessionPage } from './SessionPage';

/** The page of the address, within the frame; without a session, what became of it. */
export function App() {
  const session = useSession();
  const [path] = useLocation();
  if (session.status !== 'signed-in' && session.status !== 'ended') {
    return <SessionPage session={session} />;
  }
  return (
    <Switch>
      <Route path="/env/:environment/*?">
        <Frame>{session.person.roles.length === 0 ? <NoRole /> : <EnvironmentPage at={path} />}</Frame>
      </Route>
      <Route>
        <EnvironmentEntry />
      </Route>
    </Switch>
  );
}

/** Whoever has no role is told so once: no part of any page would answer. */
function NoRole() {
  return (
    <Page title="Nothing to see">
      <Forbidden />
    </Page>
  );
}

function EnvironmentPage({ at }: { at: string }) {
  return (
    <PartBoundary at={at}>
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
  );
}
