import { expect, it } from 'vitest';
import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, plainText, renderMarkdown } from '@/mail/compose';

const SIGNATURE = {
  program: 'Mentoring',
  contactName: 'Ada Example',
  contactEmail: 'ada@example.test',
  contactPhone: '+1 555 010 0100',
};

it('says the same in text and HTML, and names a contact', () => {
  const { subject, text, html } = composeMessage(
    '  Your\n mentee ',
    'Dear *Ana*,\n\nsee [your page](https://example.test/status).',
    SIGNATURE,
  );
  expect(subject).toBe('Your mentee');
  expect(text).toBe(
    'Dear *Ana*,\n\nsee your page: https://example.test/status.\n\nAda Example\nMentoring\nada@example.test, +1 555 010 0100\n',
  );
  expect(html).toContain('<p>see <a href="https://example.test/status">your page</a>.</p>');
  expect(html).toContain('<a href="mailto:ada@example.test">ada@example.test</a>, +1 555 010 0100');
});

it('shows what a person typed as typed, whatever it looks like', () => {
  const typed = 'Ana [x](https://evil.example) <b>&amp; *bold* _it_ # 1. `code`';
  expect(plainText(escapeMarkdown(typed))).toBe(typed);
  expect(renderMarkdown(escapeMarkdown(typed))).toBe(
    '<p>Ana [x](https://evil.example) &lt;b&gt;&amp;amp; *bold* _it_ # 1. `code`</p>\n',
  );
});

it.each(['javascript:alert(1)', 'http://evil.example/', 'data:text/html,x', 'ftp://x.example'])(
  'makes no link to %s',
  (url) => {
    expect(renderMarkdown(`[x](${url})`)).not.toContain('<a');
  },
);
