import { z } from 'zod';
import { db, type Tx } from '@/db/client';
import { normalEmail } from '@/lib/email-address';
import { newId } from '@/lib/id';
import { enqueue } from '@/mail/outbox';
import { invitationMail } from '@/mail/templates/invitation';

/** First words of public addresses, and others that a program may not be called in one. */
const TAKEN =
  'accessibility apply assets committee confirm dev es events fr healthz hooks interest mail pair programs readyz resume sign-in sign-out staff status'.split(
    ' ',
  );

const words = (what: string, most: number) =>
  z.string(`${what} is missing.`).trim().min(2, `${what} is missing.`).max(most, `${what} is too long.`);
const SLUG = 'slug: small letters, digits and hyphens, such as alsc-mentoring.';
const ADDRESS = 'email: enter one address, such as name@example.org.';

export const setupSchema = z.object({
  organization: words('organization', 120),
  program: words('program', 120),
  slug: z
    .string(SLUG)
    .regex(/^[a-z][a-z0-9-]{1,59}$/, SLUG)
    .refine((slug) => !TAKEN.includes(slug), 'slug: this word is an address of the program itself. Choose another.'),
  name: words('name', 120),
  email: z.string(ADDRESS).transform(normalEmail).pipe(z.string(ADDRESS)),
});
export type Setup = z.output<typeof setupSchema>;

/** What most programs ask; staff reword it under “Who can take part”. */
const ELIGIBILITY = {
  mentor: [
    { key: 'adult', kind: 'must', text: 'You are 18 or older.' },
    { key: 'experience', kind: 'should', text: 'You have worked in the field for a few years.' },
  ],
  mentee: [{ key: 'adult', kind: 'must', text: 'You are 18 or older.' }],
} as const;

async function organizationOf(tx: Tx, name: string, now: Date): Promise<string> {
  const known = await tx.organization.findFirst({ where: { name }, select: { id: true } });
  if (known) return known.id;
  const id = newId(now);
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  await tx.organization.create({ data: { id, name, slug: `${plain.slice(0, 40) || 'organization'}-${id.slice(-6)}` } });
  return id;
}

async function administratorOf(tx: Tx, organizationId: string, { email, name }: Setup, now: Date) {
  const known = await tx.user.findUnique({
    where: { email },
    select: { id: true, personId: true, organizationId: true },
  });
  if (known && known.organizationId !== organizationId)
    throw new Error(`${email} belongs to somebody of another organization on this install.`);
  if (known) return known;
  const { id: personId } = await tx.person.upsert({
    where: { organizationId_email: { organizationId, email } },
    create: { id: newId(now), organizationId, email, name, createdAt: now },
    update: {},
    select: { id: true },
  });
  return tx.user.create({
    data: { id: newId(now), organizationId, personId, email, name, createdAt: now },
    select: { id: true, personId: true },
  });
}

/**
 * Begins a program on an install: its organization if there is none of the name, and its first administrator, who is written
 * to. Everything else they do in the browser.
 *
 * @param signIn the address of the sign-in page
 * @throws Error in a sentence, when the address of the program is taken
 */
export async function setUp(setup: Setup, signIn: string, now: Date): Promise<void> {
  const { organization, program: name, slug, email } = setup;
  await db.$transaction(async (tx) => {
    if ((await tx.program.count({ where: { slug } })) > 0) throw new Error(`There is a program at /${slug} already.`);
    const organizationId = await organizationOf(tx, organization, now);
    const programId = newId(now);
    const contact = { contactName: setup.name, contactEmail: email, contactPhone: '' };
    const text = { promise: name, summary: '', commitments: [], roster: [] };
    const eligibility = JSON.parse(JSON.stringify(ELIGIBILITY));
    await tx.program.create({ data: { id: programId, organizationId, slug, name, ...contact, ...text, eligibility } });
    const { id: userId, personId } = await administratorOf(tx, organizationId, setup, now);
    const grant = { id: newId(now), organizationId, userId, programId, role: 'administrator' };
    await tx.grant.create({ data: grant });
    const to = { address: email, name: setup.name };
    const mail = invitationMail(
      { name: setup.name, by: null, role: 'administrator', lastDay: null, email, link: signIn },
      { program: name, ...contact },
    );
    const key = `invitation:${grant.id}`;
    await enqueue(tx, { ...mail, organizationId, key, kind: 'invitation', to, personId }, now);
  });
}
