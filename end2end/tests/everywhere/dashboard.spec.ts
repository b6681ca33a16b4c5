import { joinsByHttp } from '../../support/by-http.ts';
import { isAdministrator } from '../../support/committee.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person } from '../../support/people.ts';
import { heading } from '../../support/steps.ts';
import { expect, scripted, test } from '../../support/test.ts';

test('the dashboard of a branch shows who joined, in numbers', async ({ page, request }) => {
  await isAdministrator(page);
  await joinsByHttp(request, person('Ada Lovelace'));
  await page.getByRole('link', { name: 'Bristol' }).click();
  await expect(heading(page)).toHaveText('Bristol branch');
  const full = page.locator('#members div', { hasText: 'Full members' }).locator('strong');
  await expect(full).toHaveText(/^[1-9][\d,]*$/);
  await expect(page.locator('#latest')).toContainText('Full member');
  await expect(page.locator('#districts')).toContainText('BS5');
  await expect(page.locator('#updated')).toContainText('Updated at');
  // Without scripts there is nothing to pause, and nothing has ended yet.
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible({ visible: scripted() });
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeHidden();
  await page.getByText('Show as a table').click();
  await expect(page.locator('#weeks tbody tr')).toHaveCount(53);
  await isForEverybody(page, 'the dashboard');
});

test('a branch that does not exist is not there, and a dashboard is for whoever signed in', async ({
  page,
}) => {
  await page.goto('/committee/bristol');
  await expect(page).toHaveURL('/sign-in');
});
