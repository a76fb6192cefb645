import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import { ApiProblem } from '@/api/problem';
import type { Polled } from '@/api/usePolled';
import { Empty } from './Empty';
import { inEnvironment } from './inEnvironment';
import { LinkButton } from './LinkButton';
import { Page } from './Page';

export interface NotHere {
  /** What the page is about, such as `run`. */
  what: string;
  of: Pick<Polled<{ environment: string }>, 'data' | 'failure'>;
  /** The list of all, below the environment. */
  all: string;
  /** What else is to be said where it is not recorded. */
  missing?: string;
}

/**
 * What stands in place of a page about one thing, where that is not recorded or is of another environment: its numbers
 * would stand below the wrong name, paper over real money. Undefined where the page may be shown.
 */
export function useNotHere({ what, of: { data, failure }, all, missing = '' }: NotHere): ReactNode {
  const here = useEnvironmentName();
  const to = useEnvironmentPath();
  const [path] = useLocation();
  const title = what.charAt(0).toUpperCase() + what.slice(1);
  if (data !== undefined && data.environment !== here) {
    const { environment } = data;
    return (
      <Page title={title}>
        <Empty action={<LinkButton to={inEnvironment(path, environment)}>Open it in {environment}</LinkButton>}>
          This {what} is of the environment {environment}, not of {here}.
        </Empty>
      </Page>
    );
  }
  if (data === undefined && failure instanceof ApiProblem && failure.status === 404) {
    return (
      <Page title={title}>
        <Empty action={<LinkButton to={to(all)}>All {all}</LinkButton>}>
          There is no {what} with this address. {missing}
        </Empty>
      </Page>
    );
  }
  return undefined;
}
