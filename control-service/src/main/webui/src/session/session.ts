import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { removeAllDrafts } from './drafts';
import { personOf, type Person } from './token';

/** Seconds before its end at which a token is renewed. */
const RENEWED_BEFORE = 60;
/** Pause between tries to renew, in milliseconds, while the identity provider does not answer. */
const RENEW_AGAIN_AFTER = 5_000;

export type Session =
  | { status: 'starting' }
  | { status: 'signed-in'; person: Person }
  /** The token is gone and could not be renewed; what is on the page stays. */
  | { status: 'ended'; person: Person }
  | { status: 'signed-out' }
  /** The identity provider refused, or could not be reached. */
  | { status: 'failed'; detail: string };

let session: Session = { status: 'starting' };
let accessToken: string | undefined;
const listeners = new Set<() => void>();

const origin = window.location.origin;
const authority = `${origin}/auth/realms/firstfill`;
/** The development server hands on what the realm would otherwise name by its own origin. */
const development = {
  issuer: authority,
  authorization_endpoint: `${authority}/protocol/openid-connect/auth`,
  token_endpoint: `${authority}/protocol/openid-connect/token`,
  end_session_endpoint: `${authority}/protocol/openid-connect/logout`,
};
const manager = new UserManager({
  authority,
  ...(import.meta.env.DEV ? { metadata: development } : {}),
  client_id: 'firstfill-panel',
  redirect_uri: `${origin}/signed-in`,
  post_logout_redirect_uri: `${origin}/signed-out`,
  response_type: 'code',
  scope: 'openid',
  // Neither tokens nor the state of a sign-in outlive the tab; the library's default for the state is localStorage.
  userStore: new WebStorageStateStore({ store: window.sessionStorage }),
  stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
  monitorSession: false,
  automaticSilentRenew: false,
  loadUserInfo: false,
  accessTokenExpiringNotificationTimeInSeconds: RENEWED_BEFORE,
});

/** A sign-out in one tab ends the session in all of them. */
const tabs = new BroadcastChannel('firstfill.session');

export function currentSession(): Session {
  return session;
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: Session): void {
  session = next;
  listeners.forEach((listener) => listener());
}

function accept(user: User): void {
  const person = personOf(user.access_token);
  if (person === undefined) {
    become({ status: 'failed', detail: 'The identity provider issued a token that cannot be read.' });
    return;
  }
  accessToken = user.access_token;
  become({ status: 'signed-in', person });
}

function end(): void {
  accessToken = undefined;
  if (session.status === 'signed-in') {
    become({ status: 'ended', person: session.person });
  }
}

/** Finds the session of this tab, or takes the answer of the identity provider; else sends the person there. */
export async function startSession(navigate: (path: string) => void): Promise<void> {
  manager.events.addAccessTokenExpiring(() => void renewUntilExpired());
  manager.events.addAccessTokenExpired(() => void renewAfterRefusal());
  tabs.addEventListener('message', () => void forget());
  const path = window.location.pathname;
  try {
    if (path === '/signed-out') {
      become({ status: 'signed-out' });
    } else if (path === '/signed-in' && window.location.search !== '') {
      const user = await manager.signinRedirectCallback();
      navigate(pathIn(user.state));
      accept(user);
    } else {
      await resume();
    }
  } catch (failure) {
    become({ status: 'failed', detail: failure instanceof Error ? failure.message : String(failure) });
  }
}

function pathIn(state: unknown): string {
  // Only a path of this panel: an address of another origin must not be reached by a forged state.
  return typeof state === 'string' && /^\/(?!\/)/.test(state) ? state : '/';
}

async function resume(): Promise<void> {
  const user = await manager.getUser();
  if (user === null || user.expired === true) {
    await signIn();
  } else {
    accept(user);
  }
}

/** Leaves the page for the identity provider, which brings the person back to where they are now. */
export async function signIn(): Promise<void> {
  const { pathname, search } = window.location;
  const back = ['/signed-in', '/signed-out'].includes(pathname) ? '/' : pathname + search;
  await manager.signinRedirect({ state: back });
}

export async function signOut(): Promise<void> {
  removeAllDrafts(window.sessionStorage);
  accessToken = undefined;
  tabs.postMessage('signed-out');
  await manager.signoutRedirect();
}

async function forget(): Promise<void> {
  removeAllDrafts(window.sessionStorage);
  accessToken = undefined;
  await manager.removeUser();
  become({ status: 'signed-out' });
}

export function bearerToken(): string | undefined {
  return accessToken;
}

let renewal: Promise<boolean> | undefined;

/** Renews the token once for all who ask at the same time. Returns whether there is a token now. */
export function renew(): Promise<boolean> {
  renewal ??= manager
    .signinSilent()
    .then((user) => {
      if (user === null) {
        return false;
      }
      accept(user);
      return true;
    })
    .finally(() => {
      renewal = undefined;
    });
  return renewal;
}

/** A call was refused with 401: one renewal, then the session has ended. */
export async function renewAfterRefusal(): Promise<boolean> {
  const renewed = await renew().catch(() => false);
  if (!renewed) {
    end();
  }
  return renewed;
}

async function renewUntilExpired(): Promise<void> {
  const deadline = Date.now() + RENEWED_BEFORE * 1_000;
  while (Date.now() < deadline && session.status === 'signed-in') {
    const renewed = await renew().catch(() => false);
    if (renewed) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, RENEW_AGAIN_AFTER));
  }
}
