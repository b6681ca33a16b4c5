import { lettersAreOut } from '../../support/by-http.ts';
import { lettersTo, letterTo } from '../../support/letters.ts';
import { person, type Person } from '../../support/people.ts';
import { asFull, isAsked, isDone, sends, startsAndChecks } from '../../support/steps.ts';
import { expect, kept, scripted, test } from '../../support/test.ts';
import type { APIRequestContext, Page } from '@playwright/test';

// What the browser says of a connection that is gone.
test.use({ noise: /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET|FAILED)/ });

async function isAMemberOnce(request: APIRequestContext, { email }: Person) {
  await letterTo(email, 'welcome');
  await lettersAreOut(request);
  expect(lettersTo(email).map(({ subject }) => subject)).toHaveLength(1);
}

const joinNow = (page: Page) => page.getByRole('button', { name: 'Join now' });

test('without a connection nothing is lost, and with it again exactly one membership is made', async ({
  page,
  context,
  request,
}) => {
  const ada = person('Ada Lovelace');
  await startsAndChecks(page, ...asFull(ada));
  await kept(page);
  await context.setOffline(true);
  if (scripted()) {
    await joinNow(page).click();
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('We could not send this yet. Your answers are kept.');
    await expect(joinNow(page)).toBeVisible();
    await notice.getByRole('button', { name: 'Try again now' }).click();
    await expect(notice).toContainText('We could not send this yet.');
    await context.setOffline(false);
  } else {
    await joinNow(page).click({ noWaitAfter: true });
    await expect.poll(() => page.url()).toMatch(/^chrome-error:/);
    await context.setOffline(false);
    await page.goto('/join');
    await isAsked(page, 'Check your answers');
    await joinNow(page).click();
  }
  await isDone(page);
  await isAMemberOnce(request, ada);
});

test('an answer of the server that gets lost does not make two memberships', async ({
  page,
  request,
}) => {
  const ada = person('Ada Lovelace');
  await startsAndChecks(page, ...asFull(ada));
  await kept(page);
  let lost = 0;
  await page.route(/\/api\/submit-join$|\/join\/check$/, async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
  await joinNow(page).click();
  if (!scripted()) {
    await expect.poll(() => page.url()).toMatch(/^chrome-error:/);
    await page.goto('/join/check');
    // Where the cookie that forgets the answers arrived, they are not there to be sent again.
    if (await joinNow(page).isVisible()) await sends(page);
    await page.goto('/join/done');
  }
  await isDone(page);
  expect(lost).toBe(1);
  await isAMemberOnce(request, ada);
});

test('whoever presses twice joins once', async ({ page, request }) => {
  const ada = person('Ada Lovelace');
  await startsAndChecks(page, ...asFull(ada));
  await joinNow(page).dblclick({ noWaitAfter: true });
  await isDone(page);
  await isAMemberOnce(request, ada);
});
