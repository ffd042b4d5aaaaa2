import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/input/**', 'tests/output/**'],
    globalSetup: ['tests/shared.ts'],
    env: { TZ: 'Europe/Amsterdam' },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
