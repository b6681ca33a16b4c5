import { letterTo } from '../../support/letters.ts';
import { person } from '../../support/people.ts';
import {
  aged,
  agrees,
  answers,
  experience,
  forMyself,
  goesOn,
  isCalled,
  isToldAtOnce,
  sends,
  startsABranchAt,
  starts,
  wants,
} from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

test('somebody where there is no branch is a member all the same, and can offer help to start one', async ({
  page,
}) => {
  const emily = person('Emily Brontë');
  await starts(page, forMyself, aged('18 or over'), experience('Yes, at least one'), wants('Full member'));
  await startsABranchAt('LS1 4AP')(page);
  await isToldAtOnce(
    page,
    'No branch covers LS1 yet. You can join all the same, and we can help you start one.',
  );
  await goesOn(page);
  await answers(page, isCalled(emily), agrees);
  await sends(page);
  await expect(page.locator('main')).toContainText('Your answers make you a full member.');
  await expect(page.locator('main')).toContainText('you would like to help start a branch');
  const welcome = await letterTo(emily.email, 'welcome');
  expect(welcome.text).toContain('You offered to help start one');
});
