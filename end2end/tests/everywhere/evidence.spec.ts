import { asksToSignIn, isAdministrator, letterToSignIn, setsUp, typesCode } from '../../support/committee.ts';
import { groupJoinsByHttp, opensGroup } from '../../support/groups.ts';
import { letterTo, link } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person } from '../../support/people.ts';
import { heading } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

// A form that is refused, and what is out of reach.
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

test('evidence is asked for, sent, queried, sent again and accepted', async ({
  page,
  request,
  elsewhere,
}) => {
  const [grace, mary] = [person('Grace Hopper'), person('Mary Seacole')];
  const group = called('Aurora');
  await groupJoinsByHttp(request, group, grace, mary);
  await isAdministrator(page);
  await page.goto('/committee/bristol/groups');
  await isForEverybody(page, 'the groups');
  await opensGroup(page, group);
  await expect(heading(page)).toHaveText(group);
  await isForEverybody(page, 'a group');
  await follow(page, 'Ask for evidence');
  await isForEverybody(page, 'asking for evidence');
  await page.getByLabel('Until when?').fill('2020-01-01');
  await press(page, 'Ask for evidence');
  await expect(page).toHaveTitle(/^Error: /);
  await isForEverybody(page, 'asking for evidence, refused');
  await page.getByLabel('Until when?').fill('2100-01-31');
  await press(page, 'Ask for evidence');
  await expect(main(page)).toContainText('A letter is on its way to ask for evidence.');
  await expect(main(page)).toContainText('Asked for evidence');

  // Who has no account answers from the letter.
  const asked = await letterTo(mary.email, 'a question for you');
  expect(asked.text).toContain('by 31 January 2100');
  await elsewhere.goto(link(asked, '/evidence/'));
  await expect(heading(elsewhere)).toHaveText('How did your group choose you?');
  await isForEverybody(elsewhere, 'a representative is asked');
  await elsewhere.getByLabel('In your own words').fill('We voted <b>twice</b>.');
  await elsewhere.getByLabel('A file').setInputFiles(pdf('minutes.pdf', 'not a document'));
  await press(elsewhere, 'Send it');
  await expect(elsewhere).toHaveTitle(/^Error: /);
  await expect(main(elsewhere)).toContainText('The file is not a PDF, PNG or JPEG.');
  await isForEverybody(elsewhere, 'evidence that is refused');
  await expect(elsewhere.getByLabel('In your own words')).toHaveValue('We voted <b>twice</b>.');
  await press(elsewhere, 'Send it');
  await expect(heading(elsewhere)).toHaveText('Thank you. We have what was sent');
  await isForEverybody(elsewhere, 'evidence that was sent');
  await letterTo(mary.email, 'what was sent has arrived');

  await page.goto('/committee/bristol');
  await expect(page.locator('#evidence')).toContainText('Look at what');
  await page.locator('#evidence').getByRole('link').click();
  await isForEverybody(page, 'groups whose evidence waits');
  await opensGroup(page, group);
  await follow(page, 'Open the evidence');
  await expect(main(page)).toContainText('We voted <b>twice</b>.');
  await isForEverybody(page, 'evidence');
  await page.getByLabel('Something is missing').check();
  await press(page, 'Send the answer');
  await expect(main(page)).toContainText('Write what is missing');
  await isForEverybody(page, 'a judgement that is refused');
  await page.getByLabel('What is missing?').fill('When was that?');
  await press(page, 'Send the answer');
  await expect(main(page)).toContainText('tell them what is missing');

  const queried = await letterTo(mary.email, 'one more question for you');
  expect(queried.text).toContain('When was that?');
  await elsewhere.goto(link(queried, '/evidence/'));
  await expect(main(elsewhere)).toContainText('When was that?');
  await isForEverybody(elsewhere, 'a representative is asked again');
  await elsewhere.getByLabel('A file').setInputFiles(pdf('minutes.pdf', '%PDF-1.7\n%%EOF'));
  await press(elsewhere, 'Send it');
  await expect(main(elsewhere)).toContainText('minutes.pdf (PDF document, 14 bytes)');

  await opensGroup(page, group);
  await follow(page, 'Open the evidence');
  await expect(main(page)).toContainText('minutes.pdf');
  const download = page.waitForEvent('download');
  await follow(page, 'Download the file');
  expect((await download).suggestedFilename()).toMatch(/^evidence-.+-1-2\.pdf$/);
  await page.getByLabel('Yes, accept it').check();
  await press(page, 'Send the answer');
  await expect(main(page)).toContainText('The evidence is accepted.');
  await expect(main(page)).toContainText('When was that?');
  await isForEverybody(page, 'a group whose evidence is accepted');
  await letterTo(mary.email, 'an answer for you');
  await elsewhere.reload();
  await expect(heading(elsewhere)).toHaveText('Your evidence is accepted');
});

test('a representative is replaced, and the old link leads nowhere', async ({
  page,
  request,
  elsewhere,
}) => {
  const [grace, mary, nia] = [person('Grace Hopper'), person('Mary Seacole'), person('Nia New')];
  const group = called('Beacon');
  await groupJoinsByHttp(request, group, grace, mary);
  await isAdministrator(page);
  await opensGroup(page, group);
  await follow(page, 'Ask for evidence');
  await press(page, 'Ask for evidence');
  const old = link(await letterTo(mary.email, 'a question for you'), '/evidence/');
  await follow(page, 'Name somebody else');
  await isForEverybody(page, 'naming a representative');
  await page.getByLabel('Their name').fill(nia.name);
  await page.getByLabel('Their e-mail address').fill(nia.email);
  await press(page, 'Name them');
  await expect(main(page)).toContainText('They are named.');
  await expect(main(page)).not.toContainText(mary.name);
  await letterTo(mary.email, 'something has changed');
  await letterTo(nia.email, 'can you confirm something for us?');
  await elsewhere.goto(old);
  await expect(heading(elsewhere)).toHaveText('This link leads nowhere any more');
  await isForEverybody(elsewhere, 'a link of a representative who was replaced');
});

test('a nominee sees the evidence of one group, and nothing else', async ({
  page,
  request,
  elsewhere,
}) => {
  const [grace, mary, ned] = [person('Grace Hopper'), person('Mary Seacole'), person('Ned Named')];
  const group = called('Candle');
  await groupJoinsByHttp(request, group, grace, mary);
  await isAdministrator(page);
  await opensGroup(page, group);
  await page.getByLabel('E-mail address', { exact: true }).fill(ned.email);
  await press(page, 'Name them');
  await expect(main(page)).toContainText('The role is given.');
  await letterTo(ned.email, 'you have been given a role');

  await asksToSignIn(elsewhere, ned.email);
  await typesCode(elsewhere, 'Code from the e-mail', (await letterToSignIn(ned.email)).code);
  await setsUp(elsewhere, ned.email);
  await elsewhere.getByRole('link', { name: group }).click();
  await expect(heading(elsewhere)).toHaveText(group);
  await expect(main(elsewhere)).toContainText(mary.name);
  await expect(main(elsewhere)).not.toContainText(mary.email);
  await expect(main(elsewhere)).not.toContainText(grace.name);
  await isForEverybody(elsewhere, 'a group, as its nominee sees it');
  await follow(elsewhere, 'Ask for evidence');
  await press(elsewhere, 'Ask for evidence');
  await letterTo(mary.email, 'a question for you');
  await elsewhere.goto('/committee/bristol/groups');
  await expect(heading(elsewhere)).toHaveText('There is no page here');
});
