// Playwright's `test`, with what has to hold on every page of every test.

import { test as base, expect, type BrowserContext, type Page, type Request } from '@playwright/test';

export { expect };

interface Fixtures {
  /** What the console may say in a test, such as that a form was refused. */
  noise: RegExp;
  /** A page in a browser that shares nothing with the one of `page`. */
  elsewhere: Page;
}

export const test = base.extend<Fixtures>({
  noise: [/^$/, { option: true }],
  context: async ({ context, noise }, use) => {
    const complaints = await watch(context);
    await use(context);
    await isAtPeace(context, complaints, noise);
  },
  elsewhere: async ({ browser, noise }, use) => {
    const context = await browser.newContext();
    const complaints = await watch(context);
    await use(await context.newPage());
    await isAtPeace(context, complaints, noise);
    await context.close();
  },
});

/** Whether the pages of this test run scripts. */
export const scripted = () => test.info().project.use.javaScriptEnabled !== false;

/**
 * Collects whatever no page may do: errors in the console, a violation of the content security
 * policy, a page without one, an answer in an address.
 */
async function watch(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  context.on('console', (message) => {
    // Without scripts the code for them is fetched and not used, which is worth a warning, no more.
    const counts = scripted() ? ['error', 'warning'] : ['error'];
    if (counts.includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    const { pathname, search: query } = new URL(request.url());
    // A committee's filter may stand in an address, in its own words; what people typed may not.
    const filter = /^\/(committee|network|groups)\//.test(pathname) && /^\?[a-z0-9=&-]*$/.test(query);
    // What was just done, in one word of ours.
    const theirs = /^\/(me|representative|guardian)(\/|$)/.test(pathname);
    const done = theirs && /^\?(changed|done)=[a-z]+$/.test(query);
    // What a form for evidence was opened for: it says nothing of itself.
    const seen = pathname.includes('/evidence') && /^\?seen=[0-9a-f]{64}$/.test(query);
    const says = done || seen || ['', '?from=check', '?signed-out'].includes(query);
    if (!says && !filter) complaints.push(`asks for ${request.url()}`);
    if (keepsAnswers(request)) keptBy(request).add(request);
  });
  context.on('requestfailed', answered);
  context.on('response', (response) => {
    answered(response.request());
    const headers = response.headers();
    if (!headers['content-type']?.startsWith('text/html')) return;
    const policy = headers['content-security-policy'] ?? '';
    const strict = policy.includes("default-src 'none'") && policy.includes("'nonce-");
    if (!strict || /'unsafe-(inline|eval|hashes)'/.test(policy)) {
      complaints.push(`${response.url()} has the policy ${policy}`);
    }
  });
  if (scripted()) await context.addInitScript(inThePage);
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

/** The requests of each page that have answers kept, and are not answered yet. */
const beingKept = new WeakMap<Page, Set<Request>>();

const keepsAnswers = (request: Request) => request.url().endsWith('/api/keep-answers');

/** Of others nothing is asked: a page that just opens has no frame yet. */
function answered(request: Request) {
  if (keepsAnswers(request)) keptBy(request).delete(request);
}

function keptBy(request: Request): Set<Request> {
  const page = request.frame().page();
  const requests = beingKept.get(page) ?? new Set();
  beingKept.set(page, requests);
  return requests;
}

/** Waits until the answers so far are in the cookie. */
export async function kept(page: Page) {
  await expect.poll(() => beingKept.get(page)?.size ?? 0).toBe(0);
}

/** Waits until the wizard has taken over the forms of the page. */
export async function awake(page: Page) {
  if (scripted()) await page.waitForFunction(() => 'wizardIsAwake' in window);
}

async function isAtPeace(context: BrowserContext, complaints: string[], noise: RegExp) {
  if (scripted()) complaints.push(...(await stored(context)));
  const unexpected = complaints.filter((line) => !noise.test(line));
  expect(unexpected, 'what the browser complained about').toEqual([]);
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
