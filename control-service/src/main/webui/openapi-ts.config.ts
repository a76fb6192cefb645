import { defineConfig } from '@hey-api/openapi-ts';

/** One client for each of the two documents: a call returns the body of its answer, or throws. */
export default defineConfig(
  ['control', 'ledger'].map((api) => ({
    input: `./openapi/${api}.json`,
    output: { path: `src/api/generated/${api}` },
    plugins: [
      '@hey-api/typescript' as const,
      { name: '@hey-api/sdk' as const, responseStyle: 'data' as const },
      { name: '@hey-api/client-fetch' as const, throwOnError: true },
    ],
  })),
);
