import { describe, expect, it } from 'vitest';
import { personOf } from './token';

function token(claims: object): string {
  return `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
}

describe('the person of a token', () => {
  it('has the roles that the APIs know', () => {
    expect(
      personOf(token({ sub: '1', preferred_username: 'müller', realm_access: { roles: ['risk', 'offline', 'viewer'] } })),
    ).toEqual({ subject: '1', name: 'müller', roles: ['viewer', 'risk'] });
  });

  it('may have no role', () => {
    expect(personOf(token({ sub: '1' }))).toEqual({ subject: '1', name: '1', roles: [] });
  });

  it.each(['', 'a.b', 'x.!.y', token({}), token({ realm_access: 1 })])('is nobody for %s', (text) => {
    expect(personOf(text)).toBeUndefined();
  });
});
