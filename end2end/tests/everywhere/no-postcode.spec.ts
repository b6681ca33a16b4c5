import { letterTo } from '../../support/letters.ts';
import { person } from '../../support/people.ts';
import {
  aged,
  agrees,
  answers,
  experience,
  forMyself,
  goesOn,
  hasNoPostcode,
  isCalled,
  isToldAtOnce,
  said,
  sends,
  starts,
  wants,
} from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

const beforehand = [forMyself, aged('18 or over'), experience('Yes, at least one'), wants('Full member')];

test('somebody without a postcode chooses a branch', async ({ page }) => {
  const ada = person('Ada Lovelace');
  await starts(page, ...beforehand);
  await hasNoPostcode('North Somerset')(page);
  await isToldAtOnce(page, 'You will be a member of North Somerset branch too.');
  await goesOn(page);
  await answers(page, isCalled(ada), agrees);
  await expect(said(page, 'Branch')).toHaveText('North Somerset');
  await sends(page);
  await expect(page.locator('main')).toContainText('Membership of North Somerset branch is included.');
  expect((await letterTo(ada.email, 'welcome')).text).toContain('Branch: North Somerset');
});

test('somebody without a postcode may be in no branch', async ({ page }) => {
  const ada = person('Ada Lovelace');
  await starts(page, ...beforehand);
  await hasNoPostcode('No branch for now')(page);
  await isToldAtOnce(page, 'You will be a member of the network, without a branch for now.');
  await goesOn(page);
  await answers(page, isCalled(ada), agrees);
  await expect(said(page, 'Branch')).toHaveText('No branch for now');
  await sends(page);
  await expect(page.locator('main')).not.toContainText('branch is included');
  expect((await letterTo(ada.email, 'welcome')).text).not.toContain('Branch: ');
});
