import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalEmail } from '@/lib/email-address';
import { isId, newId } from '@/lib/id';
import { hashCode, hashToken, newCode, newToken, readSigned, signed } from '@/lib/token';

const SECRET = 'a secret that is long enough for a test';

describe('tokens and codes', () => {
  it('are new every time, and stored as something else', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    expect(tokens[0]).toMatch(/^[\w-]{43}$/);
    expect(hashToken(tokens[0] ?? '')).not.toContain(tokens[0]);
    expect(newCode()).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  });

  it('are forgiven spaces, dashes and lower case, but not another address', () => {
    const hash = hashCode('ABCD2345', 'ana@example.test', SECRET);
    expect(hashCode(' abcd-23 45 ', 'ana@example.test', SECRET)).toBe(hash);
    expect(hashCode('ABCD2345', 'bob@example.test', SECRET)).not.toBe(hash);
    expect(hashCode('ABCD2345', 'ana@example.test', `${SECRET}!`)).not.toBe(hash);
  });
});

it('a signed value comes back only as it was signed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, tail) => {
      expect(readSigned(signed(value, SECRET), SECRET)).toBe(value);
      expect(readSigned(`${tail}${signed(value, SECRET)}`, SECRET)).toBe(tail === '' ? value : null);
      expect(readSigned(signed(value, 'another secret'), SECRET)).toBeNull();
    }),
  );
});

it('ids sort by the time they were made', () => {
  const [earlier, later] = [newId(new Date('2030-01-01')), newId(new Date('2030-01-02'))];
  expect([later, earlier].sort()).toEqual([earlier, later]);
  expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const moment = new Date('2030-01-03');
  const made = Array.from({ length: 200 }, () => newId(moment));
  expect([...new Set(made)].sort()).toEqual(made);
  expect([isId(earlier), isId(`${earlier}'`), isId('')]).toEqual([true, false, false]);
});

describe('an address', () => {
  it.each([
    [' Ana.Osei+news@Example.TEST ', 'ana.osei+news@example.test'],
    ['ａｎａ@example.test', 'ana@example.test'],
  ])('%j is taken as %s', (typed, address) => {
    expect(normalEmail(typed)).toBe(address);
  });

  it.each([
    '',
    'ana',
    'ana@',
    '@example.test',
    'ana@example',
    'a b@example.test',
    'ana@example.test, bob@example.test',
    '"ana"@example.test',
    'ana@example.test\r\nRCPT TO:<bob@example.test>',
    'ana(x)@example.test',
    'a..b@example.test',
    `${'x'.repeat(65)}@example.test`,
  ])('%j is refused', (typed) => {
    expect(normalEmail(typed)).toBeNull();
  });

  it('never has room for a second one', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const address = normalEmail(typed);
        if (address !== null) expect(address).toMatch(/^[^\s,;<>()"@]+@[a-z0-9.-]+$/);
      }),
    );
  });
});
