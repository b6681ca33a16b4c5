// Playwright's `test`, with what has to hold on every page of every test.

import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

export { expect };

interface Options {
  /** What the console may say in a test, such as that a form was refused. */
  noise: RegExp[];
}

export const test = base.extend<Options>({
  noise: [[], { option: true }],
  context: async ({ context, noise, javaScriptEnabled }, use) => {
    const complaints = await watch(context, javaScriptEnabled ?? true);
    await use(context);
    if (javaScriptEnabled ?? true) complaints.push(...(await stored(context)));
    const unexpected = complaints.filter((line) => !noise.some((known) => known.test(line)));
    expect(unexpected, 'what the browser complained about').toEqual([]);
  },
});

/** Whether the pages of this test run scripts. */
export const scripted = () => test.info().project.use.javaScriptEnabled !== false;

/**
 * Collects whatever no page may do: errors in the console, a violation of the content security
 * policy, a page without one, an answer in an address.
 */
async function watch(context: BrowserContext, scripts: boolean): Promise<string[]> {
  const complaints: string[] = [];
  context.on('console', (message) => {
    // Without scripts the code for them is fetched and not used, which is worth a warning, no more.
    const counts = scripts ? ['error', 'warning'] : ['error'];
    if (counts.includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    const query = new URL(request.url()).search;
    if (query && query !== '?from=check') complaints.push(`asks for ${request.url()}`);
    if (/\/api\/keep-answers$/.test(request.url())) keeping(request.frame().page(), 1);
  });
  const done = (request: { url(): string; frame(): { page(): Page } }) => {
    if (/\/api\/keep-answers$/.test(request.url())) keeping(request.frame().page(), -1);
  };
  context.on('requestfinished', done);
  context.on('requestfailed', done);
  context.on('response', (response) => {
    const headers = response.headers();
    if (!headers['content-type']?.startsWith('text/html')) return;
    const policy = headers['content-security-policy'] ?? '';
    const strict = policy.includes("default-src 'none'") && policy.includes("'nonce-");
    if (!strict || /'unsafe-(inline|eval|hashes)'/.test(policy)) {
      complaints.push(`${response.url()} has the policy ${policy}`);
    }
  });
  if (scripts) await context.addInitScript(inThePage);
  return complaints;
}

/** Runs in every page before its own scripts. */
function inThePage() {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`);
  });
  // The wizard wakes in the microtasks after WebAssembly is there: a task later it is awake.
  const streaming = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await streaming(...given);
    setTimeout(() => Object.assign(window, { wizardIsAwake: true }));
    return made;
  };
}

const beingKept = new WeakMap<Page, number>();

function keeping(page: Page, change: number) {
  beingKept.set(page, (beingKept.get(page) ?? 0) + change);
}

/** Waits until the answers so far are in the cookie. */
export async function kept(page: Page) {
  await expect.poll(() => beingKept.get(page) ?? 0).toBe(0);
}

/** Waits until the wizard has taken over the forms of the page. */
export async function awake(page: Page) {
  if (scripted()) await page.waitForFunction(() => 'wizardIsAwake' in window);
}

/** Nothing is left in what a browser keeps for scripts. */
async function stored(context: BrowserContext): Promise<string[]> {
  const found: string[] = [];
  for (const page of context.pages().filter((page) => page.url().startsWith('http'))) {
    const names = await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map((database) => database.name),
      ...(await caches.keys()),
    ]);
    found.push(...names.map((name) => `${page.url()} stores ${name}`));
  }
  return found;
}
