import { isAboutToSearch, isAdministrator } from '../../support/committee.ts';
import { isForEverybody } from '../../support/looks.ts';
import { heading } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

const SESSION = '**/sign-in/session';

/** What the server says of the session from now on, when it is only asked. */
async function hasLeft(page: Page, seconds: number | null) {
  await page.unroute(SESSION);
  await page.route(SESSION, (route) => {
    if (route.request().postData() === 'keep=yes') return route.continue();
    return route.fulfill(seconds === null ? { status: 204 } : { body: String(seconds) });
  });
}

test('before a session ends there is a warning in good time, and a button that keeps it', async ({
  page,
}) => {
  await page.clock.install();
  await isAdministrator(page);
  await page.goto('/committee/bristol/committee');
  await page.getByLabel('E-mail address').fill('friend@example.org');
  const warning = page.getByText('You are about to be signed out');
  // Something was done in another tab meanwhile.
  await hasLeft(page, 1700);
  await page.clock.fastForward('26:00');
  await expect(warning).toBeHidden();
  await hasLeft(page, 240);
  await page.clock.fastForward('24:30');
  await expect(warning).toBeVisible();
  await isForEverybody(page, 'the warning before a session ends');
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(page.getByText('You are still signed in.')).toBeVisible();
  await expect(warning).toBeHidden();
  await hasLeft(page, 240);
  await page.clock.fastForward('26:00');
  await expect(warning).toBeVisible();
  await hasLeft(page, null);
  await page.clock.fastForward('05:00');
  await expect(page.getByText('You are signed out. What you have typed here is kept')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('friend@example.org');
});

test('members are listed while somebody types, without an address that says whom', async ({
  page,
  request,
}) => {
  const { search } = await isAboutToSearch(page, request);
  await search.pressSequentially('august quim');
  await expect(page.getByRole('link', { name: 'Augusta Quimby' }).first()).toBeVisible();
  await expect(page.locator('#results-said')).toContainText(/person|people/);
  await expect(search).toBeFocused();
  // A filter that is chosen now is of those who were found.
  await page.getByText('Filter, order and columns').click();
  await page.getByLabel('Order').selectOption('newest');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(search).toHaveValue('august quim');
  await expect(page.getByRole('link', { name: 'Augusta Quimby' }).first()).toBeVisible();
  expect(page.url()).not.toContain('august');
  await search.fill('zzz nobody');
  await expect(page.getByRole('link', { name: 'Augusta Quimby' })).toHaveCount(0);
  await search.fill('');
  await expect(page.getByRole('table')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?order=newest');
});

test('whoever opens a member and goes back finds the search again, in no address', async ({
  page,
  request,
}) => {
  const { search, ada } = await isAboutToSearch(page, request);
  const found = page.getByRole('link', { name: ada.name });
  /** Opens whoever was found and goes back; the search stands there again. */
  const goesThereAndBack = async () => {
    const says = `1 person: members now, found by “${ada.email}”`;
    await expect(page.locator('#results')).toContainText(says);
    await found.click();
    await expect(heading(page)).toContainText(ada.name);
    await page.goBack();
    await expect(search).toHaveValue(ada.email);
    await expect(found).toHaveCount(1);
    expect(page.url()).not.toContain(ada.email.split('@')[0]);
  };
  await search.pressSequentially(ada.email);
  await goesThereAndBack();
  // The same whether the search was typed, sent, or came with a filter.
  await search.press('Enter');
  await goesThereAndBack();
  await page.getByText('Filter, order and columns').click();
  await page.getByLabel('Order').selectOption('newest');
  await page.getByRole('button', { name: 'Show these' }).click();
  await expect(page).toHaveURL('/committee/bristol/members?order=newest');
  await goesThereAndBack();
  expect(new URL(page.url()).search).toBe('?order=newest');
  // A list that is opened anew is searched for nothing.
  await page.goto('/committee/bristol/members');
  await expect(search).toHaveValue('');
});

test('what was searched for is not there in the session of whoever signs in next', async ({
  page,
  context,
  request,
}) => {
  const { search, ada } = await isAboutToSearch(page, request);
  await search.pressSequentially(ada.email);
  const found = page.getByRole('link', { name: ada.name });
  // Others of the name are there until the search is answered.
  await expect(found).toHaveCount(1);
  await found.click();
  await expect(heading(page)).toContainText(ada.name);
  await isAdministrator(await context.newPage());
  await page.goBack();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(search).toHaveValue('');
  expect(await page.evaluate(() => history.state)).toBeNull();
});

test.describe('after signing out elsewhere', () => {
  // What is asked for without a session.
  test.use({ noise: /status of 403/ });

  test('a search that gets no list is sent as a form, whose answer keeps what was typed', async ({
    page,
    context,
  }) => {
    await isAdministrator(page);
    await page.goto('/committee/bristol/members');
    await context.clearCookies();
    await page.getByRole('searchbox').fill('august');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page.locator('main')).toContainText('sign in');
    await expect(page.locator('main form input[value=august]')).toHaveCount(1);
  });
});
