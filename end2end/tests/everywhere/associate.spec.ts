import { letterTo } from '../../support/letters.ts';
import { person, type Person } from '../../support/people.ts';
import {
  aged,
  agrees,
  answers,
  experience,
  forMyself,
  goesOn,
  isCalled,
  isCalledAndBorn,
  isToldAtOnce,
  joins,
  livesAt,
  said,
  sends,
  starts,
  takesAssociate,
  wants,
} from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

async function isAssociate(page: Page, { email }: Person) {
  await expect(page.locator('main')).toContainText('Your answers make you an associate member.');
  await expect(page.locator('.rights td')).toHaveText(['Yes', 'No', 'No']);
  const welcome = await letterTo(email, 'welcome');
  expect(welcome.text).toContain('Membership: Associate member');
  return welcome;
}

test('somebody of 13 to 17 becomes an associate member, and hears when full membership opens', async ({
  page,
}) => {
  const anne = person('Anne Frank');
  const year = new Date().getFullYear() - 15;
  await starts(page, forMyself);
  await aged('13 to 17')(page);
  await isToldAtOnce(
    page,
    'You can join as an associate member now. Full membership can open from your 18th birthday.',
  );
  await goesOn(page);
  await answers(
    page,
    takesAssociate,
    livesAt('BS1 4DJ'),
    isCalledAndBorn(anne, '1', String(year)),
    agrees,
  );
  await expect(said(page, 'When were you born? (optional)')).toContainText(`January ${year}`);
  await sends(page);
  const welcome = await isAssociate(page, anne);
  expect(welcome.text).toMatch(new RegExp(`18th birthday.*January ${year + 18}`));
});

test('nobody under 18 has to say when they were born', async ({ page }) => {
  const anne = person('Anne Frank');
  await joins(
    page,
    forMyself,
    aged('13 to 17'),
    takesAssociate,
    livesAt('BS1 4DJ'),
    isCalledAndBorn(anne, '', ''),
    agrees,
  );
  await isAssociate(page, anne);
});

for (const answer of ['No', 'I’d rather not say']) {
  test(`whoever answers “${answer}” becomes an associate member`, async ({ page }) => {
    const florence = person('Florence Nightingale');
    await starts(page, forMyself, aged('18 or over'));
    await experience(answer)(page);
    await isToldAtOnce(page, 'You can join as an associate member.');
    await goesOn(page);
    await answers(page, takesAssociate, livesAt('BS5 6XX'), isCalled(florence), agrees);
    await sends(page);
    await isAssociate(page, florence);
  });
}

test('whoever could be a full member may choose associate membership', async ({ page }) => {
  const florence = person('Florence Nightingale');
  await starts(page, forMyself, aged('18 or over'), experience('Yes, at least one'));
  await wants('Associate member')(page);
  await isToldAtOnce(page, 'You will be an associate member: you can speak at meetings.');
  await goesOn(page);
  await answers(page, livesAt('BS5 6XX'), isCalled(florence), agrees);
  await sends(page);
  await isAssociate(page, florence);
});
