import { lettersAreOut } from '../../support/by-http.ts';
import { letterTo, lettersTo, link } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person, type Person } from '../../support/people.ts';
import {
  aged,
  agrees,
  forMyself,
  guardedBy,
  heading,
  isCalledAndBorn,
  joins,
  livesAt,
  takesAssociate,
} from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';
import type { APIRequestContext, Page } from '@playwright/test';

// A link that leads nowhere any more is not found.
test.use({ noise: /status of 404/ });

async function childJoins(
  page: Page,
  request: APIRequestContext,
  alice: Person,
  lorina: Person,
): Promise<string> {
  await joins(
    page,
    forMyself,
    aged('12 or under'),
    takesAssociate,
    livesAt('BS8 1TH'),
    isCalledAndBorn(alice, '', ''),
    guardedBy(lorina),
    agrees,
  );
  await expect(page.locator('main')).toContainText(
    'You will be an associate member as soon as your parent or guardian has confirmed.',
  );
  const question = await letterTo(lorina.email, 'a question for a parent or guardian');
  expect(question.text).toContain(`${alice.name} would like to join`);
  await lettersAreOut(request);
  expect(lettersTo(alice.email)).toEqual([]);
  return link(question, '/guardian/');
}

test('a child of 12 or under is a member once a parent or guardian has confirmed', async ({
  page,
  request,
}) => {
  const [alice, lorina] = [person('Alice Liddell'), person('Lorina Liddell')];
  const question = await childJoins(page, request, alice, lorina);

  await page.goto(question);
  await expect(page.locator('main')).toContainText(`Hello ${lorina.name}. ${alice.name} would like`);
  await page.getByRole('button', { name: 'Yes, I agree' }).click();
  await expect(heading(page)).toHaveText('Thank you. The membership is confirmed');
  const welcome = await letterTo(alice.email, 'welcome');
  expect(welcome.text).toContain('Membership: Associate member');

  await page.goto(question);
  await expect(heading(page)).toHaveText('Thank you. The membership is confirmed');
});

test('a parent or guardian who says no has everything deleted', async ({ page, request }) => {
  const [alice, lorina] = [person('Alice Liddell'), person('Lorina Liddell')];
  const question = await childJoins(page, request, alice, lorina);

  await page.goto(question);
  await page.getByRole('button', { name: 'No, delete everything' }).click();
  await expect(heading(page)).toHaveText('Everything is deleted');

  const again = await page.goto(question);
  expect(again?.status()).toBe(404);
  await expect(heading(page)).toHaveText('This link leads nowhere any more');
  await expect(page.locator('body')).not.toContainText(alice.name);
});

test('a parent or guardian sees what they agreed to, and takes it back', async ({
  page,
  request,
}) => {
  const [alice, lorina] = [person('Alice Liddell'), person('Lorina Liddell')];
  const question = await childJoins(page, request, alice, lorina);
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).click();

  await page.goto(question);
  await page.getByRole('button', { name: 'Yes, I agree' }).click();
  await letterTo(alice.email, 'welcome');
  await expect(page.locator('main')).toContainText(`agreed to this in the name of ${alice.name}`);
  await isForEverybody(page, 'what a guardian agreed to');

  await follow('Put your name right');
  await page.getByLabel('Your name').fill('Lorina Hanna Liddell');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('main')).toContainText('Your name is changed.');
  await follow('See everything we hold about you here');
  await expect(page.locator('main')).toContainText('Lorina Hanna Liddell');
  await expect(page.locator('main')).not.toContainText(alice.email);
  await isForEverybody(page, 'everything we hold about a guardian');
  await follow('Back');

  await follow('Take your agreement back');
  await expect(heading(page)).toHaveText(`End the membership of ${alice.name}?`);
  await isForEverybody(page, 'whether a guardian takes it back');
  await page.getByRole('button', { name: 'Take it back, and end the membership' }).click();
  await expect(heading(page)).toHaveText('The membership has ended');
  await isForEverybody(page, 'a guardian has taken it back');
  for (const who of [alice, lorina]) {
    const told = await letterTo(who.email, 'a membership has ended');
    expect(told.text).toContain('back');
  }

  const again = await page.goto(question);
  expect(again?.status()).toBe(404);
  await expect(page.locator('body')).not.toContainText(alice.name);
});
