// The site that is looked at: the release build, with a database and letters of its own.

import { fileURLToPath } from 'node:url';

const port = process.env.END2END_PORT ?? '3107';
const repository = fileURLToPath(new URL('../..', import.meta.url));

export const address = `http://127.0.0.1:${port}`;
/** Everything that the server writes. It stays after a run, to be looked at, until the next. */
export const dataFolder = `${repository}target/end2end/${port}`;
export const lettersFolder = `${dataFolder}/letters`;
export const log = `${dataFolder}/server.log`;

export const server = {
  command: `rm -rf "$DATA_FOLDER" && mkdir -p "$DATA_FOLDER" && exec "$SERVER" 2>"$DATA_FOLDER/server.log"`,
  cwd: repository,
  env: {
    SERVER: process.env.SERVER ?? 'target/release/server',
    LEPTOS_HASH_FILES: 'true',
    LEPTOS_SITE_ADDR: `127.0.0.1:${port}`,
    SITE_URL: address,
    DATA_FOLDER: dataFolder,
    DATABASE_URL: `sqlite:${dataFolder}/register.db`,
    MAIL_TRANSPORT: 'files',
    // What the most talkative log does not hold, no log holds.
    RUST_LOG: 'debug',
  },
  url: `${address}/healthz`,
  // A server that was there before would have somebody's data.
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
} as const;

const isRoot = process.getuid?.() === 0;

export const browser = {
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Chromium's sandbox does not work for root.
    chromiumSandbox: !isRoot,
    // It would otherwise ask its makers for updates all the time.
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  },
};

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const desktop = { viewport: { width: 1280, height: 900 } };
