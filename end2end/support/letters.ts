// The letters that the server wrote, as the person who gets one reads it.

import { readFileSync, readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { lettersFolder } from './site.ts';

export interface Letter {
  to: string;
  subject: string;
  /** The plain text. */
  text: string;
  /** The same as HTML. */
  html: string;
}

export function letters(): Letter[] {
  const names = readdirSync(lettersFolder).filter((name) => name.endsWith('.eml')).sort();
  return names.map((name) => read(readFileSync(`${lettersFolder}/${name}`, 'latin1')));
}

export const lettersTo = (email: string) => letters().filter(({ to }) => to.includes(`<${email}>`));

/** The one letter to an address with these words in its subject, once it is there. */
export async function letterTo(email: string, subject: string): Promise<Letter> {
  let found: Letter[] = [];
  await expect
    .poll(() => {
      found = lettersTo(email).filter((letter) => letter.subject.includes(subject));
      return found.length;
    }, `letters to ${email} about: ${subject}`)
    .toBe(1);
  return found[0]!;
}

/** The address in a letter's text that has `path` in it, without the site's own. */
export function link(letter: Letter, path: string): string {
  const found = letter.text.match(new RegExp(`^https?://[^/\\s]+(${path}\\S*)$`, 'm'));
  expect(found, `a link to ${path}`).not.toBeNull();
  return found![1]!;
}

function read(message: string): Letter {
  const { headers, body } = part(message);
  const boundary = /boundary="?([^";\s]+)"?/i.exec(headers['content-type'] ?? '')?.[1];
  const parts = body.split(`--${boundary}`).slice(1, -1).map((text) => part(text.trimStart()));
  const of = (type: string) => {
    const found = parts.find(({ headers }) => headers['content-type']?.startsWith(type));
    expect(found, `a part of the type ${type}`).toBeDefined();
    return decoded(found!);
  };
  return {
    to: headers.to ?? '',
    subject: headers.subject ?? '',
    text: of('text/plain'),
    html: of('text/html'),
  };
}

interface Part {
  headers: Record<string, string>;
  body: string;
}

function part(text: string): Part {
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { headers, body: text.slice(end + 4) };
}

function decoded({ headers, body }: Part): string {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  const encoding = headers['content-transfer-encoding']?.toLowerCase();
  const content =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? bytes(
            body
              .replaceAll(/=\r\n/g, '')
              .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
          )
        : bytes(body);
  return content.toString('utf8').replaceAll('\r\n', '\n');
}
