import { useSyncExternalStore } from 'react';
import { currentSession, onSessionChange, type Session } from './session';
import type { Person, Role } from './token';

export function useSession(): Session {
  return useSyncExternalStore(onSessionChange, currentSession);
}

/** The person who is, or was last, signed in. Pages are shown only with one. */
export function usePerson(): Person {
  const session = useSession();
  if (session.status !== 'signed-in' && session.status !== 'ended') {
    throw new Error('A page is shown without a session');
  }
  return session.person;
}

export function useHasRole(...roles: readonly Role[]): boolean {
  const person = usePerson();
  return roles.some((role) => person.roles.includes(role));
}

/**
 * Why a person may not do something, in the words of the button that does it; undefined where they may.
 *
 * @param deed such as `Setting ACTIVE`
 * @param can what they may do instead, such as `You can halt and stop.`
 */
export function useRefusal(deed: string, roles: readonly Role[], can = ''): string | undefined {
  const person = usePerson();
  if (roles.some((role) => person.roles.includes(role))) {
    return undefined;
  }
  const needed = roles.length === 1 ? `the role ${roles[0]}` : `one of the roles ${roles.join(', ')}`;
  return `${deed} needs ${needed}. ${can}`.trim();
}
