/** The roles that the APIs know. Another role of a token means nothing to them. */
export const ROLES = ['viewer', 'operator', 'risk'] as const;
export type Role = (typeof ROLES)[number];

/** Who is signed in, as the access token states it. It shapes only what is shown: the APIs check each call. */
export interface Person {
  subject: string;
  name: string;
  roles: readonly Role[];
}

/** Reads the claims of an access token; undefined for text that is none. */
export function personOf(accessToken: string): Person | undefined {
  const claims = claimsOf(accessToken);
  if (claims === undefined || typeof claims['sub'] !== 'string') {
    return undefined;
  }
  const name = claims['preferred_username'];
  return {
    subject: claims['sub'],
    name: typeof name === 'string' ? name : claims['sub'],
    roles: ROLES.filter((role) => rolesIn(claims['realm_access']).includes(role)),
  };
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  try {
    const payload = token.split('.')[1] ?? '';
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function rolesIn(access: unknown): readonly unknown[] {
  const roles = typeof access === 'object' && access !== null && 'roles' in access ? access.roles : [];
  return Array.isArray(roles) ? roles : [];
}
