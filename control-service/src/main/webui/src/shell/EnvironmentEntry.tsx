import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { control } from '@/api';
import { usePolled } from '@/api/usePolled';
import { Forbidden, Refused } from '@/ui/Refused';
import { usePerson } from '@/session/useSession';
import { lastEnvironment } from './lastEnvironment';
import styles from './SessionPage.module.css';

/** Leads to the environment that this tab showed last, else to the first one. */
export function EnvironmentEntry() {
  const [, navigate] = useLocation();
  const { roles } = usePerson();
  const { data, failure, refresh } = usePolled(['control', 'environments'], (signal) => control.listEnvironments({ signal }));
  const names = data?.map((status) => status.environment) ?? [];
  const chosen = names.find((name) => name === lastEnvironment()) ?? names[0];
  useEffect(() => {
    if (chosen !== undefined) {
      navigate(`/env/${chosen}/now`, { replace: true });
    }
  }, [chosen, navigate]);
  return (
    <main className={styles['page']}>
      <h1>Firstfill</h1>
      {roles.length === 0 ? (
        <Forbidden />
      ) : failure !== undefined ? (
        <Refused failure={failure} who="control" again={refresh} />
      ) : data?.length === 0 ? (
        <p>This deployment has no environment.</p>
      ) : (
        <p>Looking for the environments.</p>
      )}
    </main>
  );
}
