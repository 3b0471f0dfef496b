import '../support/database';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { findProgram } from '@/features/programs/queries';
import { invite } from '@/features/people/members/commands';
import { inviteSchema } from '@/features/people/members/schema';
import { setUp, setupSchema } from '@/ops/setup';
import { NOW } from '../support/factories';

const typed = (over: object = {}) => ({
  organization: 'Harbor Library Association',
  program: 'Harbor Mentoring',
  slug: 'harbor-mentoring',
  name: 'Rosalind Achebe',
  email: 'Rosalind@Example.test',
  ...over,
});
const begin = (over: object = {}) => setUp(setupSchema.parse(typed(over)), 'http://localhost:3000/sign-in', NOW);
const problems = (over: object) => setupSchema.safeParse(typed(over)).error?.issues.map(({ message }) => message);

describe('an empty install', () => {
  it('gets an organization, a paused program, and an administrator who can do the rest', async () => {
    await begin();
    expect(await findProgram('harbor-mentoring', NOW)).toMatchObject({
      name: 'Harbor Mentoring',
      cycle: null,
      contactEmail: 'rosalind@example.test',
      languages: ['en'],
    });
    const user = await db.user.findUniqueOrThrow({
      where: { email: 'rosalind@example.test' },
      include: { grants: true, person: true },
    });
    const [grant] = user.grants;
    expect(user.grants.map(({ role, until }) => [role, until])).toEqual([['administrator', null]]);
    const [mail] = await db.outboxMessage.findMany();
    expect(mail).toMatchObject({ kind: 'invitation', toAddress: 'rosalind@example.test' });
    expect(mail?.text).toContain('http://localhost:3000/sign-in');
    const programId = grant?.programId ?? '';
    await invite(
      {
        kind: 'user',
        userId: user.id,
        personId: user.personId,
        name: user.name,
        email: user.email,
        grants: [{ programId, role: 'administrator', until: null }],
        closed: [user.personId],
      },
      inviteSchema.parse({ programId, email: 'next@example.test', name: 'Next One', role: 'staff' }),
      NOW,
    );
    expect(await db.grant.count({ where: { programId } })).toBe(2);
  });

  it('takes another program of the same organization and person', async () => {
    await begin();
    await begin({ program: 'Harbor Serials', slug: 'harbor-serials' });
    expect([await db.organization.count(), await db.user.count(), await db.program.count()]).toEqual([1, 1, 2]);
  });

  it('keeps addresses of programs and people apart', async () => {
    await begin();
    await expect(begin({ program: 'Another' })).rejects.toThrow('There is a program at /harbor-mentoring already.');
    await expect(begin({ organization: 'Hill Library Association', slug: 'hill' })).rejects.toThrow(
      'rosalind@example.test belongs to somebody of another organization on this install.',
    );
    expect(await db.program.count()).toBe(1);
  });

  it('says what is missing or wrong', () => {
    expect(problems({ organization: undefined, email: 'nobody' })).toEqual([
      'organization is missing.',
      'email: enter one address, such as name@example.org.',
    ]);
    expect(problems({ slug: 'Harbor Mentoring' })).toEqual([
      'slug: small letters, digits and hyphens, such as alsc-mentoring.',
    ]);
    expect(problems({ slug: 'staff' })).toEqual([
      'slug: this word is an address of the program itself. Choose another.',
    ]);
  });
});
