import { adult, group } from '../../support/stages.ts';
import { forMyself, goesOn, isAsked, opens, ticks } from '../../support/steps.ts';
import { expect, kept, test } from '../../support/test.ts';

// The code that does not arrive in the last test.
test.use({ noise: /net::ERR_FAILED|Failed to fetch/ });

const lines: Record<string, [choose: string, says: string][]> = {
  who: [
    ['I am joining for a group', 'Groups are welcome. Next, we ask what kind of group it is.'],
    ['I am joining for myself', 'There is a membership for everybody.'],
  ],
  age: [
    ['12 or under', 'You can join as an associate member. A parent or guardian will have to agree.'],
    ['13 to 17', 'You can join as an associate member now. Full membership can open from your 18th birthday.'],
    ['18 or over', 'The next question tells you which memberships are open to you.'],
  ],
  experience: [
    ['No', 'You can join as an associate member.'],
    ['I’d rather not say', 'You can join as an associate member.'],
    ['Yes, at least one', 'You can join as a full member, or as an associate member.'],
  ],
  membership: [
    ['Associate member', 'You will be an associate member: you can speak at meetings.'],
    ['Full member', 'You will be a full member: you can speak, vote and stand.'],
  ],
};

test('what an answer means is said at once, without asking the server', async ({ page, context }) => {
  await opens(page, '/join/who');
  const status = page.getByRole('status');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const { step, question, right } of adult().slice(0, 4)) {
    await isAsked(page, question);
    await kept(page);
    const before = requests.length;
    // Without a connection nothing could come from anywhere else.
    await context.setOffline(true);
    for (const [choose, says] of lines[step]!) {
      await ticks(page.getByRole('radio', { name: choose, exact: true }));
      await expect(status).toHaveText(says);
    }
    expect(requests).toHaveLength(before);
    await context.setOffline(false);
    await right(page);
    await goesOn(page);
  }

  await isAsked(page, 'Where do you live?');
  await kept(page);
  const before = requests.length;
  await context.setOffline(true);
  const postcode = page.getByLabel('Your postcode');
  await postcode.pressSequentially('bs5');
  await expect(status).toHaveText('');
  await postcode.pressSequentially('6xx');
  await expect(status).toHaveText('Bristol branch covers BS5: membership of it is included.');
  await postcode.fill('BS48 1AA');
  await expect(status).toHaveText('North Somerset branch covers BS48: membership of it is included.');
  await postcode.fill('LS1 4AP');
  await expect(status).toContainText('No branch covers LS1 yet.');
  await postcode.fill('');
  await ticks(page.getByRole('radio', { name: 'Bristol', exact: true }));
  await expect(status).toHaveText('You will be a member of Bristol branch too.');
  expect(requests).toHaveLength(before);
  expect(await page.getByRole('alert').allInnerTexts()).toEqual(['']);
});

test('where the group works says which branch it will be in', async ({ page }) => {
  await opens(page, '/join/who');
  for (const { right } of group().slice(0, 3)) {
    await right(page);
    await goesOn(page);
  }
  await isAsked(page, 'About your group');
  await page.getByLabel('Postcode of where the group works').fill('bs1 4dj');
  await expect(page.getByRole('status')).toHaveText(
    'Bristol branch covers BS1: membership of it is included.',
  );
});

test('what was answered before the code was there counts', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/join/who');
  await forMyself(page);
  await expect(page.getByRole('status')).toHaveText('');
  release();
  await expect(page.getByRole('status')).toHaveText('There is a membership for everybody.');
});

test('whoever goes on before the code is there goes on', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/join/who');
  await forMyself(page);
  await goesOn(page);
  await isAsked(page, 'How old are you?');
});
