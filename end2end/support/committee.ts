// Signing in, and what it takes to see other people's data.

import { execFileSync } from 'node:child_process';
import type { APIRequestContext, Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { joinsByHttp } from './by-http.ts';
import { letterTo, link } from './letters.ts';
import { person } from './people.ts';
import { server } from './site.ts';
import { heading, isAsked } from './steps.ts';
import { expect } from './test.ts';

export interface Account {
  email: string;
  /** What the authenticator app knows. */
  secret: string;
  recoveryCodes: string[];
}

/** Makes somebody an administrator as an operator does; gives the link that signs them in. */
export function invited(email: string): string {
  const { SERVER } = server.env;
  const said = execFileSync(SERVER, ['invite-admin', email], {
    cwd: server.cwd,
    env: { ...process.env, ...server.env },
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const found = said.match(/https?:\/\/[^/\s]+(\/sign-in\/link\/\S+)/);
  expect(found, said).not.toBeNull();
  return found![1]!;
}

/** A new administrator, signed in, who has set up the second step. */
export async function isAdministrator(page: Page): Promise<Account> {
  const { email } = person('Ada Admin');
  await page.goto(invited(email));
  await page.getByRole('button', { name: 'Sign in' }).click();
  return setsUp(page, email);
}

/** Sets up the authenticator app, and keeps the recovery codes. */
export async function setsUp(page: Page, email: string): Promise<Account> {
  await isAsked(page, 'Set up a second step');
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code from the app').fill(new TOTP({ secret }).generate());
  await page.getByRole('button', { name: 'Continue' }).click();
  await isAsked(page, 'Keep these codes');
  const recoveryCodes = await page.locator('.codes code').allInnerTexts();
  expect(recoveryCodes).toHaveLength(10);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await isAsked(page, 'Your roles');
  return { email, secret, recoveryCodes };
}

/** Somebody who is a member of Bristol, and an administrator at the search of its list. */
export async function isAboutToSearch(page: Page, request: APIRequestContext) {
  const ada = person('Augusta Quimby');
  await joinsByHttp(request, ada);
  await isAdministrator(page);
  await page.goto('/committee/bristol/members');
  return { ada, search: page.getByRole('searchbox') };
}

/** Asks for a letter to sign in with. */
export async function asksToSignIn(page: Page, email: string) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await isAsked(page, 'Check your e-mail');
}

/** The link of the letter, and the code in it. */
export async function letterToSignIn(email: string): Promise<{ url: string; code: string }> {
  const letter = await letterTo(email, 'to sign in');
  const code = letter.text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/);
  expect(code).not.toBeNull();
  return { url: link(letter, '/sign-in/link/'), code: code![0] };
}

export async function typesCode(page: Page, label: string, code: string) {
  await page.getByLabel(label).fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

export async function signsOut(page: Page) {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(heading(page)).toHaveText('Sign in');
}
