import { letterTo, lettersTo, link } from '../../support/letters.ts';
import { person, type Person } from '../../support/people.ts';
import { asGroup, heading, joins, said, sends, startsAndChecks } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

// A link that leads nowhere any more is not found.
test.use({ noise: /status of 404/ });

const sunrise = (contact: Person) => ({
  name: 'Sunrise',
  contact,
  website: 'sunrise.example',
  phone: '0117 496 0001',
});

test('a group joins before it has chosen a representative', async ({ page }) => {
  const grace = person('Grace Hopper');
  await startsAndChecks(page, ...asGroup(sunrise(grace)));
  await expect(said(page, 'Name of the group')).toHaveText('Sunrise');
  await expect(said(page, 'Website')).toHaveText('https://sunrise.example');
  await expect(said(page, 'Postcode of where the group works')).toHaveText('BS3 1AB (Bristol branch)');
  await expect(said(page, 'How many representatives have been chosen?')).toHaveText('None yet');
  await expect(page.locator('.summary')).not.toContainText('First representative');
  await sends(page);
  await expect(page.locator('main')).toContainText('Your answers make your group a member.');
  await expect(page.locator('main')).toContainText('Membership of Bristol branch is included.');
  const welcome = await letterTo(grace.email, 'welcome');
  expect(welcome.text).toContain('Group: Sunrise');
  expect(welcome.text).toContain('has not named a representative yet');
});

test('a group names one representative, who confirms', async ({ page }) => {
  const [grace, mary] = [person('Grace Hopper'), person('Mary Seacole')];
  await joins(page, ...asGroup(sunrise(grace), mary));
  const question = await letterTo(mary.email, 'can you confirm something for us?');
  expect(question.text).toContain('One membership does not change the other');
  expect((await letterTo(grace.email, 'welcome')).text).toContain(`* ${mary.name}`);

  await page.goto(link(question, '/representative/'));
  await expect(page.locator('main')).toContainText(`${mary.name}, Sunrise named you`);
  await page.getByRole('button', { name: 'Yes, I represent it' }).click();
  await expect(heading(page)).toHaveText('Thank you. You are confirmed as a representative');
  await page.goto(link(question, '/representative/'));
  await expect(heading(page)).toHaveText('Thank you. You are confirmed as a representative');
});

test('a group names two representatives; one of them declines', async ({ page }) => {
  const grace = person('Grace Hopper');
  const [mary, rosalind] = [person('Mary Seacole'), person('Rosalind Franklin')];
  await startsAndChecks(page, ...asGroup(sunrise(grace), mary, rosalind));
  await expect(said(page, 'First representative: Name')).toHaveText(mary.name);
  await expect(said(page, 'Second representative: E-mail address')).toHaveText(rosalind.email);
  await sends(page);
  await letterTo(mary.email, 'can you confirm something for us?');
  const question = await letterTo(rosalind.email, 'can you confirm something for us?');
  expect(lettersTo(grace.email)).toHaveLength(1);

  await page.goto(link(question, '/representative/'));
  await page.getByRole('button', { name: 'No, delete my name' }).click();
  await expect(heading(page)).toHaveText('Your name is deleted');
  const again = await page.goto(link(question, '/representative/'));
  expect(again?.status()).toBe(404);
  await expect(heading(page)).toHaveText('This link leads nowhere any more');
});
