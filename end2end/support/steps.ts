// What somebody does in the wizard, in the words that are on the page.

import type { Locator, Page } from '@playwright/test';
import { awake, expect, kept, scripted } from './test.ts';
import type { Person } from './people.ts';

/** Answers the question that is shown. */
export type Answer = (page: Page) => Promise<void>;

export async function opens(page: Page, path: string) {
  await page.goto(path);
  await awake(page);
}

export async function reloads(page: Page) {
  await kept(page);
  await page.reload();
  await awake(page);
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** The question that is shown. */
export async function isAsked(page: Page, question: string) {
  await expect(heading(page)).toHaveText(question);
}

export async function goesOn(page: Page) {
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Answers one question after the other, each with Continue. */
export async function answers(page: Page, ...all: Answer[]) {
  for (const answer of all) {
    await answer(page);
    await goesOn(page);
  }
}

/** Starts a join and answers the first questions. */
export async function starts(page: Page, ...all: Answer[]) {
  await opens(page, '/join/who');
  await answers(page, ...all);
}

/** Starts a join and answers all questions; nothing is sent. */
export async function startsAndChecks(page: Page, ...all: Answer[]) {
  await starts(page, ...all);
  await isAsked(page, 'Check your answers');
}

export async function sends(page: Page) {
  await isAsked(page, 'Check your answers');
  await page.getByRole('button', { name: 'Join now' }).click();
  await isDone(page);
}

export async function isDone(page: Page) {
  await isAsked(page, 'Thank you. We have what you sent');
  await expect(page).toHaveURL('/join/done');
}

export async function joins(page: Page, ...all: Answer[]) {
  await starts(page, ...all);
  await sends(page);
}

/** The line that says at once what an answer means; without scripts there is none to update. */
export async function isToldAtOnce(page: Page, means: string) {
  if (scripted()) await expect(page.getByRole('status')).toHaveText(means);
}

/** What stands beside a question on the last page, or on the screen that it is part of. */
export const said = (page: Page, question: string) =>
  page.locator('.summary > div', { has: page.getByText(question, { exact: true }) }).locator('dd').first();

export async function changes(page: Page, question: string) {
  await page.getByRole('link', { name: `Change ${question}`, exact: true }).click();
}

/** What stands in the form of the step: every box, and whether it is chosen. */
export const filledIn = (page: Page) =>
  page.locator('form.step').evaluate((form) =>
    Object.fromEntries(
      [...form.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')].map((input) => [
        input.id,
        ['radio', 'checkbox'].includes(input.type) ? input.checked : input.value,
      ]),
    ),
  );

/** Chooses or ticks an answer as people do: anywhere on its row. */
export async function ticks(answer: Locator) {
  if (await answer.isChecked()) return;
  await answer.locator('xpath=../label').click();
  await expect(answer).toBeChecked();
}

export const chooses =
  (question: string, answer: string): Answer =>
  async (page) => {
    await isAsked(page, question);
    await ticks(page.getByRole('radio', { name: answer, exact: true }));
  };

const fills = async (page: Page, label: string, text: string) => {
  await page.getByLabel(label, { exact: true }).fill(text);
};

// For oneself.

export const forMyself = chooses('Who is joining?', 'I am joining for myself');
export const aged = (answer: string) => chooses('How old are you?', answer);
export const experience = (answer: string) => chooses('Do any of these describe you?', answer);
export const wants = (answer: string) => chooses('Which membership would you like?', answer);

/** Where only one membership is open there is nothing to choose. */
export const takesAssociate: Answer = (page) =>
  isAsked(page, 'You can join as an associate member');

export const livesAt =
  (postcode: string): Answer =>
  async (page) => {
    await isAsked(page, 'Where do you live?');
    await fills(page, 'Your postcode', postcode);
  };

export const hasNoPostcode =
  (branch: string): Answer =>
  async (page) => {
    await livesAt('')(page);
    await ticks(page.getByRole('radio', { name: branch, exact: true }));
  };

export const startsABranchAt =
  (postcode: string): Answer =>
  async (page) => {
    await livesAt(postcode)(page);
    await ticks(page.getByLabel('I would like to help start one'));
  };

export const isCalled =
  ({ name, email }: Person, phone = ''): Answer =>
  async (page) => {
    await isAsked(page, 'How can we reach you?');
    await fills(page, 'Your name', name);
    await fills(page, 'E-mail address', email);
    await fills(page, 'Telephone number (optional)', phone);
  };

export const isCalledAndBorn =
  (person: Person, month: string, year: string): Answer =>
  async (page) => {
    await isCalled(person)(page);
    await fills(page, 'Month', month);
    await fills(page, 'Year', year);
  };

export const guardedBy =
  ({ name, email }: Person): Answer =>
  async (page) => {
    await isAsked(page, 'Who is your parent or guardian?');
    await fills(page, 'Their name', name);
    await fills(page, 'Their e-mail address', email);
  };

export const agrees: Answer = async (page) => {
  await isAsked(page, 'What you agree to');
  await ticks(page.getByLabel('I agree that the network keeps the details'));
};

/** Everything that somebody answers who joins as a full member in Bristol. */
export const asFull = (person: Person): Answer[] => [
  forMyself,
  aged('18 or over'),
  experience('Yes, at least one'),
  wants('Full member'),
  livesAt('BS5 6XX'),
  isCalled(person),
  agrees,
];

// For a group.

export interface Group {
  name: string;
  contact: Person;
  website?: string;
  postcode?: string;
  phone?: string;
}

export const forAGroup = chooses('Who is joining?', 'I am joining for a group');
export const kindOfGroup = (answer: string) => chooses('What kind of group is it?', answer);
export const relatesToMentalHealth = (answer: string) =>
  chooses('Does your group’s work relate to mental health?', answer);

export const isTheGroup =
  ({ name, contact, website = '', postcode = 'BS3 1AB', phone = '' }: Group): Answer =>
  async (page) => {
    await isAsked(page, 'About your group');
    await fills(page, 'Name of the group', name);
    await fills(page, 'Website (optional)', website);
    await fills(page, 'Postcode of where the group works', postcode);
    await fills(page, 'Name of the person we can write to', contact.name);
    await fills(page, 'Their e-mail address', contact.email);
    await fills(page, 'Their telephone number (optional)', phone);
  };

export const representedBy =
  (...people: Person[]): Answer =>
  async (page) => {
    const count = ['None yet', 'One', 'Two'][people.length]!;
    await chooses('Who represents your group?', count)(page);
    for (const [at, { name, email }] of people.entries()) {
      const seat = page.getByRole('group', {
        name: ['First representative', 'Second representative'][at]!,
      });
      await seat.getByLabel('Name', { exact: true }).fill(name);
      await seat.getByLabel('E-mail address').fill(email);
      await ticks(seat.getByLabel('The group chose this person'));
    }
  };

/** Everything that somebody answers who joins for a group. */
export const asGroup = (group: Group, ...representatives: Person[]): Answer[] => [
  forAGroup,
  kindOfGroup('A self-help group'),
  relatesToMentalHealth('Yes'),
  isTheGroup(group),
  representedBy(...representatives),
  agrees,
];
