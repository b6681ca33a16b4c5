import { isAdministrator } from '../../support/committee.ts';
import { letterTo } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person } from '../../support/people.ts';
import { heading } from '../../support/steps.ts';
import { expect, scripted, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

// A file or a form that is refused.
test.use({ noise: /status of 422/ });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Chooses a file with these lines, and has it checked. */
async function checks(page: Page, lines: string[]) {
  const buffer = Buffer.from(lines.join('\r\n'));
  await page.getByLabel('Your list').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
  await press(page, 'Check the list');
}

test('a branch brings its own list along, after a look at every row', async ({ page }) => {
  const ada = person('Ada Listed');
  await isAdministrator(page);
  await page.goto('/committee/bristol/members');
  await page.getByRole('link', { name: 'Import an existing list of members' }).click();
  await expect(heading(page)).toHaveText('Bristol branch: import a list');
  await isForEverybody(page, 'the form for a list');

  await checks(page, ['Name;E-mail;Joined', `${ada.name};${ada.email};14/03/2021`]);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.locator('.error-summary')).toContainText('no column “Membership”');
  await isForEverybody(page, 'a file that is refused');

  await checks(page, [
    'Surname;First name;E-mail;Membership type;Member since;Postcode',
    `Listed;Ada;${ada.email};Full;14/03/2021;BS5 6XX`,
    `Listed;Ada;${ada.email};Full;14/03/2021;BS5 6XX`,
    'Wrong;Row;nobody;king;soon;',
  ]);
  await expect(heading(page)).toHaveText('Check the list before it is imported');
  await expect(page.locator('main')).toContainText('The same as line 2');
  await expect(page.locator('main')).toContainText('The membership must be “full” or “associate”');
  await isForEverybody(page, 'the look at a list');

  await press(page, 'Import 1 person');
  await expect(page).toHaveTitle(/^Error: /);
  await isForEverybody(page, 'a list of which nothing is declared');
  await page.getByLabel('Everybody to be imported is 18 or over').check();
  await press(page, 'Import 1 person');
  // Where there are scripts, the page learns by itself that it is done.
  if (scripted()) await expect(page).toHaveTitle(/^The list is imported/);
  await expect(async () => {
    await page.reload();
    await expect(page.locator('#import')).toContainText('1 person of the list is on the register');
  }).toPass();
  await expect(heading(page)).toHaveText('The list is imported');
  await expect(page).toHaveTitle(/^The list is imported/);
  await isForEverybody(page, 'a list that was imported');

  const letter = await letterTo(ada.email, 'you are on our register');
  expect(letter.text).toContain('The committee of Bristol branch added you');
  await page.getByRole('link', { name: 'See the members' }).click();
  await expect(heading(page)).toHaveText('Bristol branch: members');
});

test('a list is erased when it is not to be imported', async ({ page }) => {
  await isAdministrator(page);
  await page.goto('/committee/bristol/import');
  await checks(page, ['name,email,class,joined', 'Bea,bea@example.org,full,2021-03-14']);
  await press(page, 'Do not import, and erase the list');
  await expect(heading(page)).toHaveText('Bristol branch: import a list');
});
