import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS } from '@/domain/message';
import { causeOf, retryIn } from '@/domain/smtp-reply';

describe('what a server’s reply means', () => {
  it.each([
    ['550 5.1.1 No such user here', 'no_mailbox'],
    ['550 5.1.10 null MX', 'no_mailbox'],
    ['550 5.2.1 Mailbox disabled', 'no_mailbox'],
    ['550 Unknown user', 'no_mailbox'],
    ['551 User not local', 'no_mailbox'],
    ['553 Mailbox name not allowed', 'no_mailbox'],
    ['535 5.7.8 Authentication credentials invalid', 'sign_in'],
    ['530 Authentication required', 'sign_in'],
    ['454 4.7.0 Temporary authentication failure', 'sign_in'],
    ['552 5.2.2 Mailbox full', 'full'],
    ['552 Requested mail action aborted', 'full'],
    ['452 4.2.2 Over quota', 'full'],
    ['550 5.7.1 Message rejected as spam', 'policy'],
    ['554-5.7.26 Unauthenticated', 'policy'],
    ['451 4.7.1 Greylisted, try again', 'greylisted'],
    ['421 4.3.2 Shutting down', 'busy'],
    ['450 Mailbox busy', 'busy'],
    ['451 Local error', 'busy'],
    ['554 Transaction failed', 'refused'],
    ['552 5.3.4 Message too big', 'refused'],
    ['500 What?', 'refused'],
    ['connect ECONNREFUSED', null],
    ['250 2.0.0 Ok', null],
    ['', null],
  ])('%s: %s', (reply, cause) => {
    expect(causeOf(reply)).toBe(cause);
  });

  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (reply) => void causeOf(reply)));
  });
});

describe('another attempt', () => {
  it('is made only where it can succeed', () => {
    expect([retryIn('no_mailbox', 1), retryIn('policy', 1), retryIn('refused', 1)]).toEqual([null, null, null]);
  });

  it('comes soon for who is not known yet, over a day for a full mailbox, else later and later', () => {
    const tries = (cause: Parameters<typeof retryIn>[0]) => [1, 2, 3, 4, 5].map((attempt) => retryIn(cause, attempt));
    expect(tries('greylisted')).toEqual([5, 10, 30, 60, 240]);
    expect(tries('full')).toEqual([360, 360, 360, null, null]);
    expect(tries('busy')).toEqual([1, 5, 15, 60, 240]);
    expect(tries(null)).toEqual([1, 5, 15, 60, 240]);
    expect(tries('sign_in')).toEqual([1, 5, 15, 60, 240]);
  });

  it('ends at some point', () => {
    expect([retryIn('busy', MAX_ATTEMPTS), retryIn(null, MAX_ATTEMPTS), retryIn('greylisted', MAX_ATTEMPTS)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
