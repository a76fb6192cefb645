/** The address of the same page in another environment. */
export function inEnvironment(path: string, environment: string): string {
  return path.replace(/^\/env\/[^/]+/, `/env/${environment}`);
}
