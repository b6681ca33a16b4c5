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
  livesAt,
  opens,
  said,
  sends,
  ticks,
  wants,
} from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

test('somebody of 18 with experience of their own becomes a full member of their branch', async ({
  page,
}) => {
  const ada = person('Ada Lovelace');
  await opens(page, '/join/who');
  for (const [answer, means] of [
    [forMyself, 'There is a membership for everybody.'],
    [aged('18 or over'), 'The next question tells you which memberships are open to you.'],
    [experience('Yes, at least one'), 'You can join as a full member, or as an associate member.'],
    [wants('Full member'), 'You will be a full member: you can speak, vote and stand.'],
    [livesAt('bs56xx'), 'Bristol branch covers BS5: membership of it is included.'],
  ] as const) {
    await answer(page);
    await isToldAtOnce(page, means);
    await goesOn(page);
  }
  await answers(page, isCalled(ada, '+44 (0)117 496 0000'));
  await ticks(page.getByLabel('I would like news from the network by e-mail.'));
  await answers(page, agrees);

  await expect(said(page, 'Your postcode')).toHaveText('BS5 6XX (Bristol branch)');
  await expect(said(page, 'Membership')).toHaveText('Full member');
  await expect(said(page, 'Your name')).toHaveText(ada.name);
  await expect(said(page, 'News by e-mail')).toHaveText('Yes');
  await expect(page.locator('.rights td')).toHaveText(['Yes', 'Yes', 'Yes']);
  await sends(page);

  await expect(page.locator('main')).toContainText('Your answers make you a full member.');
  await expect(page.locator('main')).toContainText('Membership of Bristol branch is included.');
  await expect(page.locator('.rights td')).toHaveText(['Yes', 'Yes', 'Yes']);
  const welcome = await letterTo(ada.email, 'welcome');
  expect(welcome.text).toContain('Membership: Full member');
  expect(welcome.text).toContain('Branch: Bristol');
  expect(welcome.html).toContain('Full member');
});
