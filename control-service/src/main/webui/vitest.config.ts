import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of what computes; pages are tested in a browser, in e2e. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
