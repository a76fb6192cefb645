import { ApiProblem, isStarting, type Failure } from '@/api/problem';
import { usePerson } from '@/session/useSession';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import styles from './States.module.css';

/** Why a part of the page has no content, and what a person can do about it. */
export function Refused({ failure, who, again }: { failure: Failure; who: string; again: () => void }) {
  if (failure instanceof ApiProblem && failure.status === 403) {
    return <Forbidden />;
  }
  const whose = who.charAt(0).toUpperCase() + who.slice(1);
  if (isStarting(failure)) {
    return <p className={styles['state']}>{whose} is starting and reads back what happened.</p>;
  }
  if (!(failure instanceof ApiProblem) || [502, 503, 504].includes(failure.status)) {
    return (
      <div className={styles['state']}>
        <p>{whose} is not answering. It is asked again by itself.</p>
        <Button small onPress={again}>
          Try now
        </Button>
      </div>
    );
  }
  const { detail, correlationId } = failure;
  return (
    <div className={styles['state']} role="alert">
      <p>
        {whose} could not answer: {detail}
      </p>
      {correlationId !== undefined && (
        <p className={`label ${styles['reference']}`}>
          Reference <span className="mono">{correlationId}</span>
        </p>
      )}
      <div className={styles['actions']}>
        {correlationId !== undefined && <CopyButton text={correlationId} label="Copy the reference" />}
        <Button small onPress={again}>
          Try again
        </Button>
      </div>
    </div>
  );
}

/** The person has no role for what they see. */
export function Forbidden({ role = 'viewer' }: { role?: string }) {
  const { name, roles } = usePerson();
  const having = roles.length === 0 ? 'no role' : roles.length === 1 ? `the role ${roles[0]}` : `the roles ${roles.join(', ')}`;
  return (
    <p className={styles['state']}>
      This needs the role {role}. You are {name} with {having}. Ask whoever manages accounts.
    </p>
  );
}
