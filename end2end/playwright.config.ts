import { defineConfig } from '@playwright/test';
import { address, browser, desktop, phone, server } from './support/site.ts';

const everywhere = '**/everywhere/*.spec.ts';
const withJavaScript = '**/with-javascript/*.spec.ts';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  reporter: process.stdout.isTTY ? 'list' : 'dot',
  fullyParallel: true,
  // The server and the browsers work while a test waits, so half of the processors is too few.
  workers: '100%',
  forbidOnly: !!process.env.CI,
  // A test that fails now and then is broken.
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  webServer: server,
  use: {
    ...browser,
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    // Slower by a third: `--trace retain-on-failure` turns it on.
    trace: 'off',
  },
  projects: [
    {
      name: 'before',
      testMatch: '**/before.setup.ts',
      teardown: 'afterwards',
      use: { javaScriptEnabled: false },
    },
    {
      name: 'phone',
      dependencies: ['before'],
      testMatch: [everywhere, withJavaScript, '**/once/*.spec.ts'],
      use: phone,
    },
    {
      name: 'desktop',
      dependencies: ['before'],
      testMatch: [everywhere, withJavaScript],
      use: desktop,
    },
    // Not on a desktop as well: what differs there is the style sheet's, seen with JavaScript.
    {
      name: 'phone-without-javascript',
      dependencies: ['before'],
      testMatch: everywhere,
      use: { ...phone, javaScriptEnabled: false },
    },
    { name: 'afterwards', testMatch: '**/afterwards.teardown.ts' },
  ],
});
