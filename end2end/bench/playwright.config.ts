// Measurements in a browser. They are printed; above its budget one fails.

import { defineConfig } from '@playwright/test';
import { address, browser, phone, server } from '../support/site.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../test-results',
  reporter: 'line',
  // One at a time, or they would measure each other.
  workers: 1,
  timeout: 300_000,
  // The server as it is run, without its most talkative log.
  webServer: { ...server, env: { ...server.env, RUST_LOG: 'info' } },
  use: { ...browser, ...phone, baseURL: address },
});
