import { joinsByHttp } from '../../support/by-http.ts';
import { isAdministrator } from '../../support/committee.ts';
import { person } from '../../support/people.ts';
import { expect, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

// Other tests join at the same time, so numbers only ever have to have grown.
const full = (page: Page) =>
  page.locator('#members div', { hasText: 'Full members' }).locator('strong');
const number = async (page: Page) => Number((await full(page).innerText()).replaceAll(',', ''));

async function opensDashboard(page: Page) {
  await page.goto('/committee/bristol');
  await expect(page.getByText('This page shows changes as they happen.')).toBeVisible();
}

test('a join shows on an open dashboard by itself, and is read out', async ({ page, request }) => {
  await isAdministrator(page);
  await opensDashboard(page);
  const before = await number(page);
  await joinsByHttp(request, person('Ada Lovelace'));
  await expect.poll(() => number(page)).toBeGreaterThan(before);
  await expect(page.getByRole('status')).toContainText('Bristol branch now has');
});

test('a paused dashboard stands still, and catches up', async ({ page, request }) => {
  await isAdministrator(page);
  await opensDashboard(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused: changes are not shown.')).toBeVisible();
  const before = await number(page);
  const version = await page.locator('#updated').getAttribute('data-version');
  await joinsByHttp(request, person('Ada Lovelace'));
  await joinsByHttp(request, person('Grace Hopper'));
  expect(await page.locator('#updated').getAttribute('data-version')).toBe(version);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => number(page)).toBeGreaterThanOrEqual(before + 2);
});

test('what somebody is in stays as it is, and so does their focus', async ({ page, request }) => {
  await joinsByHttp(request, person('Ada Lovelace'));
  await isAdministrator(page);
  await opensDashboard(page);
  const before = await number(page);
  const open = page.locator('#latest a').first();
  await open.focus();
  const to = await open.getAttribute('href');
  await joinsByHttp(request, person('Grace Hopper'));
  await expect.poll(() => number(page)).toBeGreaterThan(before);
  await expect(open).toBeFocused();
  await expect(open).toHaveAttribute('href', to!);
});

test('an open dashboard ends with its session', async ({ page, context }) => {
  await isAdministrator(page);
  await opensDashboard(page);
  const other = await context.newPage();
  await other.goto('/committee');
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('This page does not change by itself any more.')).toBeVisible();
});

test('after a break the dashboard has missed nothing', async ({ page, context, request }) => {
  await isAdministrator(page);
  await opensDashboard(page);
  const before = await number(page);
  await context.setOffline(true);
  await joinsByHttp(request, person('Ada Lovelace'));
  await context.setOffline(false);
  await expect.poll(() => number(page)).toBeGreaterThan(before);
});
