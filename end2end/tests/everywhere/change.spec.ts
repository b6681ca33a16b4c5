import { person } from '../../support/people.ts';
import {
  aged,
  agrees,
  answers,
  asFull,
  asGroup,
  changes,
  experience,
  forAGroup,
  forMyself,
  goesOn,
  guardedBy,
  hasNoPostcode,
  isAsked,
  isCalledAndBorn,
  kindOfGroup,
  livesAt,
  relatesToMentalHealth,
  representedBy,
  isTheGroup,
  said,
  sends,
  startsAndChecks,
  takesAssociate,
  wants,
} from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

const check = 'Check your answers';

test('from full to associate membership and back', async ({ page }) => {
  await startsAndChecks(page, ...asFull(person('Ada Lovelace')));
  await changes(page, 'Membership');
  await answers(page, wants('Associate member'));
  await isAsked(page, check);
  await expect(page).toHaveURL('/join/check');
  await expect(said(page, 'Membership')).toHaveText('Associate member');
  await expect(page.locator('.rights td')).toHaveText(['Yes', 'No', 'No']);

  await changes(page, 'Membership');
  await answers(page, wants('Full member'));
  await isAsked(page, check);
  await expect(said(page, 'Membership')).toHaveText('Full member');
});

test('another answer about experience opens the question which membership again', async ({ page }) => {
  await startsAndChecks(page, ...asFull(person('Ada Lovelace')));
  await changes(page, 'Any of the descriptions fits');
  await answers(page, experience('No'), takesAssociate);
  await isAsked(page, check);
  await expect(said(page, 'Membership')).toHaveText('Associate member');

  await changes(page, 'Any of the descriptions fits');
  await answers(page, experience('Yes, at least one'), wants('Full member'));
  await isAsked(page, check);
  await expect(said(page, 'Membership')).toHaveText('Full member');
});

test('from 18 to 12 asks for a guardian, and back again does not', async ({ page }) => {
  const ada = person('Ada Lovelace');
  const lorina = person('Lorina Liddell');
  await startsAndChecks(page, ...asFull(ada));
  await changes(page, 'Age');
  await answers(page, aged('12 or under'), takesAssociate, guardedBy(lorina));
  await isAsked(page, check);
  await expect(said(page, 'Their name')).toHaveText(lorina.name);
  await expect(said(page, 'Your name')).toHaveText(ada.name);
  await expect(page.locator('.summary')).not.toContainText('Any of the descriptions fits');

  // A month of birth that does not go with another age is not held against anybody.
  await changes(page, 'When were you born? (optional)');
  await answers(page, isCalledAndBorn(ada, '3', String(new Date().getFullYear() - 9)));
  await isAsked(page, check);
  await changes(page, 'Age');
  // Whether the descriptions fit was answered before, and still is.
  await answers(page, aged('18 or over'), wants('Full member'));
  await isAsked(page, check);
  await expect(said(page, 'Any of the descriptions fits')).toHaveText('Yes, at least one');
  await expect(page.locator('.summary')).not.toContainText('Their name');
  await expect(page.locator('.summary')).not.toContainText('When were you born');
  await sends(page);
  await expect(page.locator('main')).toContainText('Your answers make you a full member.');
});

test('from a person to a group and back', async ({ page }) => {
  const [ada, grace] = [person('Ada Lovelace'), person('Grace Hopper')];
  await startsAndChecks(page, ...asFull(ada));
  await changes(page, 'Who is joining');
  await answers(
    page,
    forAGroup,
    kindOfGroup('A self-help group'),
    relatesToMentalHealth('Yes'),
    isTheGroup({ name: 'Sunrise', contact: grace }),
    representedBy(),
  );
  await isAsked(page, check);
  await expect(said(page, 'Name of the group')).toHaveText('Sunrise');
  await expect(page.locator('.summary')).not.toContainText(ada.name);
  await expect(page.locator('.rights')).toHaveCount(0);

  await changes(page, 'Who is joining');
  await answers(page, forMyself);
  await isAsked(page, check);
  await expect(said(page, 'Your name')).toHaveText(ada.name);
  await expect(page.locator('.summary')).not.toContainText('Sunrise');
  await sends(page);
  await expect(page.locator('main')).toContainText('Your answers make you a full member.');
});

test('from a group to a person', async ({ page }) => {
  await startsAndChecks(page, ...asGroup({ name: 'Sunrise', contact: person('Grace Hopper') }));
  await changes(page, 'Who is joining');
  // What was agreed to before still is: nothing is asked twice.
  const [, ...rest] = asFull(person('Ada Lovelace'));
  await answers(page, forMyself, ...rest.filter((answer) => answer !== agrees));
  await isAsked(page, check);
  await sends(page);
  await expect(page.locator('main')).toContainText('Your answers make you a full member.');
});

test('from one postcode to another, and to none', async ({ page }) => {
  await startsAndChecks(page, ...asFull(person('Ada Lovelace')));
  await changes(page, 'Your postcode');
  await answers(page, livesAt('ls1 4ap'));
  await isAsked(page, check);
  await expect(said(page, 'Your postcode')).toHaveText('LS1 4AP');

  await changes(page, 'Your postcode');
  await answers(page, hasNoPostcode('Bristol'));
  await isAsked(page, check);
  await expect(said(page, 'Branch')).toHaveText('Bristol');
  await expect(page.locator('.summary')).not.toContainText('LS1');

  await changes(page, 'Branch');
  await answers(page, livesAt('BS48 1AA'));
  await isAsked(page, check);
  await expect(said(page, 'Your postcode')).toHaveText('BS48 1AA (North Somerset branch)');
  await expect(page.locator('.summary').getByText('Branch', { exact: true })).toHaveCount(0);
});

test('Back from a change leads to the answers, unchanged', async ({ page }) => {
  await startsAndChecks(page, ...asFull(person('Ada Lovelace')));
  await changes(page, 'Membership');
  await expect(page).toHaveURL('/join/membership?from=check');
  await wants('Associate member')(page);
  await page.getByRole('link', { name: 'Back' }).click();
  await isAsked(page, check);
  await expect(said(page, 'Membership')).toHaveText('Full member');

  await changes(page, 'Your name');
  await page.getByLabel('Your name').fill('Augusta');
  await goesOn(page);
  await expect(said(page, 'Your name')).toHaveText('Augusta');
});
