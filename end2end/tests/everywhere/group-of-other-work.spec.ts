import { forAGroup, forMyself, goesOn, isAsked, isToldAtOnce, kindOfGroup, relatesToMentalHealth, starts } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

const why =
  'Group membership is for work that relates to mental health. You and everybody in the group can join as an associate member, and support our work that way.';

test('a group whose work is something else is told why, and shown the way to associate membership', async ({
  page,
}) => {
  await starts(page, forAGroup, kindOfGroup('An organisation'));
  await relatesToMentalHealth('No')(page);
  await isToldAtOnce(page, why);
  await goesOn(page);
  await isAsked(page, 'Does your group’s work relate to mental health?');
  await expect(page.locator('main')).toContainText(why);
  await expect(page).not.toHaveTitle(/^Error: /);

  await page.getByRole('link', { name: 'Join for yourself instead' }).click();
  await forMyself(page);
  await goesOn(page);
  await isAsked(page, 'How old are you?');
});
