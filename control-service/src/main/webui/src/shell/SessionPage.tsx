import { signIn, type Session } from '@/session/session';
import { Button } from '@/ui/Button';
import styles from './SessionPage.module.css';

/** What is shown while nobody is signed in. */
export function SessionPage({ session }: { session: Session }) {
  return (
    <main className={styles['page']}>
      <h1>Firstfill</h1>
      {session.status === 'failed' ? (
        <p role="alert">The sign-in did not work: {session.detail}</p>
      ) : session.status === 'signed-out' ? (
        <p>You are signed out, in every tab.</p>
      ) : (
        <p>Signing in.</p>
      )}
      {session.status !== 'starting' && (
        <Button kind="primary" onPress={() => void signIn()}>
          Sign in
        </Button>
      )}
    </main>
  );
}
