// Who represents a group, as its contact says, and as a representative does who has signed in.

import type { Page } from '@playwright/test';
import { asksToSignIn, letterToSignIn, typesCode } from '../../support/committee.ts';
import { groupJoinsByHttp } from '../../support/groups.ts';
import { letterTo, link } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person, type Person } from '../../support/people.ts';
import { heading, isAsked } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

// A form that is refused, or that somebody else was faster than.
test.use({ noise: /status of (404|409|422)/ });

const main = (page: Page) => page.locator('main');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click();

async function signsIn(page: Page, { email }: Person) {
  await asksToSignIn(page, email);
  await typesCode(page, 'Code from the e-mail', (await letterToSignIn(email)).code);
  await isAsked(page, 'Your groups');
}

/** A group joins, and its contact signs in and opens its page. */
async function isAtOwnGroup(page: Page, name: string, contact: Person, representative: Person) {
  await groupJoinsByHttp(page.request, name, contact, representative);
  // What a join leaves behind in the browser is not of this.
  await page.context().clearCookies();
  await signsIn(page, contact);
  await follow(page, `See everything about this group, and change it (${name})`);
  await isAsked(page, name);
}

test('the contact of a group names, replaces and removes a representative', async ({
  page,
  elsewhere,
}) => {
  const [wilma, robin] = [person('Wilma Contact'), person('Robin Seat')];
  const [nia, kim] = [person('Nia New'), person('Kim Other')];
  await isAtOwnGroup(page, 'Seaside Walkers', wilma, robin);
  await isForEverybody(page, 'the seats of one’s own group');

  await follow(page, 'Name somebody else');
  await isAsked(page, 'Name a representative');
  await isForEverybody(page, 'naming a representative of one’s own group');
  await page.getByLabel('Their name').fill(nia.name);
  await page.getByLabel('Their e-mail address').fill(nia.email);
  await press(page, 'Name them');
  await expect(page).toHaveTitle(/^Error: /);
  await expect(main(page)).toContainText('Tick to say that the group chose this person');
  await isForEverybody(page, 'naming a representative of one’s own group, refused');
  await expect(page.getByLabel('Their name')).toHaveValue(nia.name);
  await page.getByLabel('The group chose this person through a democratic process').check();
  await press(page, 'Name them');
  await expect(main(page)).toContainText('A letter is on its way to the representative you named.');
  await expect(main(page)).toContainText(`${nia.name}: named`);
  await letterTo(robin.email, 'something has changed');
  const question = link(
    await letterTo(nia.email, 'can you confirm something for us?'),
    '/representative/',
  );

  // The representative answers while the contact looks at the question.
  await follow(page, 'Remove them');
  await isAsked(page, 'Remove a representative?');
  await isForEverybody(page, 'removing a representative of one’s own group');
  await elsewhere.goto(question);
  await press(elsewhere, 'Yes, I represent it');
  await press(page, 'Remove them');
  await expect(main(page)).toContainText(`${nia.name}: has said yes`);
  await isForEverybody(page, 'a representative has answered meanwhile');
  await press(page, 'Remove them');
  await expect(main(page)).toContainText('They do not represent the group any more.');
  await letterTo(nia.email, 'something has changed');
  await elsewhere.goto(question);
  await expect(heading(elsewhere)).toHaveText('This link leads nowhere any more');

  await follow(page, 'Name somebody');
  await page.getByLabel('Their name').fill(kim.name);
  await page.getByLabel('Their e-mail address').fill(kim.email);
  await page.getByLabel('The group chose this person through a democratic process').check();
  await press(page, 'Name them');
  await expect(main(page)).toContainText(`${kim.name}: named`);
});

test('a representative who has signed in says yes and stops', async ({ page }) => {
  const [wilma, robin] = [person('Wilma Contact'), person('Robin Seat')];
  await groupJoinsByHttp(page.request, 'Harbour Walkers', wilma, robin);
  await page.context().clearCookies();
  await signsIn(page, robin);
  await follow(page, 'See the page of this group (Harbour Walkers)');
  await follow(page, 'Your own place as a representative');
  await isAsked(page, 'Do you represent this group?');
  await isForEverybody(page, 'one’s own seat, signed in');
  await press(page, 'Yes, I represent it');
  await expect(heading(page)).toHaveText('Thank you. You are confirmed as a representative');
  await follow(page, 'See everything we hold about you here');
  await isForEverybody(page, 'everything about one’s own seat, signed in');
  await follow(page, 'Back');
  await follow(page, 'Stop representing the group');
  await isForEverybody(page, 'whether to stop, signed in');
  await press(page, 'Stop representing it');
  await expect(heading(page)).toHaveText('Your name is deleted');
  await letterTo(wilma.email, 'there is a place for a representative');
});
