const KEY = 'firstfill.environment';

/** The environment that this tab showed last. */
export function lastEnvironment(): string | null {
  return window.sessionStorage.getItem(KEY);
}

export function rememberEnvironment(environment: string): void {
  window.sessionStorage.setItem(KEY, environment);
}
