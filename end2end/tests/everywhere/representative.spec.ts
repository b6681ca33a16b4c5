import { isAdministrator } from '../../support/committee.ts';
import { groupJoinsByHttp, opensGroup } from '../../support/groups.ts';
import { letterTo, link } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person } from '../../support/people.ts';
import { heading } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

// A form that is refused, and a link that leads nowhere any more.
test.use({ noise: /status of (404|422)/ });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click();
const main = (page: Page) => page.locator('main');
const pdf = (name: string, text: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(text),
});

/** A name that no other test uses. */
const called = (what: string) => `${what} ${person('x').email.replaceAll(/[^a-z0-9]/g, '')}`;

test('a representative sees what we have, puts their name right and stops, from the letter', async ({
  page,
  request,
}) => {
  const [grace, mary] = [person('Grace Hopper'), person('Mary Seacole')];
  const group = called('Cedar');
  await groupJoinsByHttp(request, group, grace, mary);
  const question = link(
    await letterTo(mary.email, 'can you confirm something for us?'),
    '/representative/',
  );
  await page.goto(question);
  await expect(heading(page)).toHaveText('Do you represent this group?');
  await expect(main(page)).toContainText(mary.email);
  await isForEverybody(page, 'a representative is asked');
  await press(page, 'Yes, I represent it');
  await expect(heading(page)).toHaveText('Thank you. You are confirmed as a representative');
  await isForEverybody(page, 'a representative has said yes');

  await follow(page, 'Put your name right');
  await isForEverybody(page, 'a name is put right');
  await page.getByLabel('Your name').fill('');
  await press(page, 'Save');
  await expect(page).toHaveTitle(/^Error: /);
  await expect(main(page)).toContainText('Enter your name');
  await isForEverybody(page, 'a name that is refused');
  await page.getByLabel('Your name').fill('Mary Jane Seacole');
  await press(page, 'Save');
  await expect(main(page)).toContainText('Your name is changed.');
  await expect(main(page)).toContainText('Mary Jane Seacole');
  await isForEverybody(page, 'a name that was put right');

  await follow(page, 'See everything we hold about you here');
  await expect(heading(page)).toHaveText('Everything we hold');
  await expect(main(page)).toContainText(group);
  await isForEverybody(page, 'everything we hold about a representative');
  const download = page.waitForEvent('download');
  await follow(page, 'Save it as a file');
  expect((await download).suggestedFilename()).toBe('everything.json');
  await follow(page, 'Back');

  await follow(page, 'Stop representing the group');
  await expect(heading(page)).toHaveText(`Stop representing ${group}?`);
  await isForEverybody(page, 'whether a representative wants to stop');
  await follow(page, 'Go on representing it');
  await expect(heading(page)).toHaveText('Thank you. You are confirmed as a representative');
  await follow(page, 'Stop representing the group');
  await press(page, 'Stop representing it');
  await expect(heading(page)).toHaveText('Your name is deleted');
  await isForEverybody(page, 'a representative has stopped');
  const told = await letterTo(grace.email, 'there is a place for a representative');
  expect(told.text).toContain(`named to represent ${group} does not any more`);
  expect(told.text).not.toContain('Seacole');

  const again = await page.goto(question);
  expect(again?.status()).toBe(404);
  await expect(heading(page)).toHaveText('This link leads nowhere any more');
  await expect(page.locator('body')).not.toContainText('Seacole');
});

test('a representative finds the evidence by the first letter, and what they sent', async ({
  page,
  request,
  elsewhere,
}) => {
  const [grace, mary] = [person('Grace Hopper'), person('Mary Seacole')];
  const group = called('Dune');
  await groupJoinsByHttp(request, group, grace, mary);
  const question = link(
    await letterTo(mary.email, 'can you confirm something for us?'),
    '/representative/',
  );
  await isAdministrator(page);
  await opensGroup(page, group);
  await follow(page, 'Ask for evidence');
  await page.getByLabel('Until when?').fill('2100-01-31');
  await press(page, 'Ask for evidence');

  await elsewhere.goto(question);
  await follow(elsewhere, 'Tell us how your group chose you');
  await elsewhere.getByLabel('In your own words').fill('We voted.');
  await elsewhere.getByLabel('A file').setInputFiles(pdf('minutes.pdf', '%PDF-1.7\n%%EOF'));
  await press(elsewhere, 'Send it');
  await expect(heading(elsewhere)).toHaveText('Thank you. We have what was sent');
  const download = elsewhere.waitForEvent('download');
  await follow(elsewhere, 'Download the file');
  expect((await download).suggestedFilename()).toBe('evidence-1.pdf');

  await opensGroup(page, group);
  await follow(page, 'Open the evidence');
  await page.getByLabel('Something is missing').check();
  await page.getByLabel('What is missing?').fill('When was that?');
  await press(page, 'Send the answer');

  await elsewhere.goto(question);
  await follow(elsewhere, 'Tell us how your group chose you');
  await expect(main(elsewhere)).toContainText('What was sent before');
  await expect(main(elsewhere)).toContainText('minutes.pdf');
  await isForEverybody(elsewhere, 'what was sent before');
  await follow(elsewhere, 'See what we have, and what you can do');
  await expect(main(elsewhere)).toContainText(group);
});
