type Report = {
  messageId?: string;
  action?: string;
  status?: string;
  diagnostic?: string;
  recipient?: string;
  returned?: 'message/rfc822' | 'text/rfc822-headers';
};

/** What a mail server sends back: a report as RFC 3464 has it, with the mail it is about or its headers. */
export function bounceMail({
  messageId = '<01234567-89ab-7def-8123-456789abcdef@example.test>',
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 No such user here',
  recipient = 'ana@example.test',
  returned = 'message/rfc822',
}: Report = {}): Buffer {
  const lines = [
    'From: Mail Delivery System <MAILER-DAEMON@mail.example.org>',
    'To: mentoring@example.test',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="frontier"',
    '',
    '--frontier',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I could not deliver your message.',
    '',
    '--frontier',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.org',
    'Arrival-Date: Tue, 15 Jan 2030 18:00:00 +0000',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.example.test',
    `Diagnostic-Code: ${diagnostic}`,
    '',
    '--frontier',
    `Content-Type: ${returned}`,
    '',
    'From: Mentoring <mentoring@example.test>',
    `Message-ID: ${messageId}`,
    'Subject: Hello',
    '',
    ...(returned === 'message/rfc822' ? ['What we wrote.', ''] : []),
    '--frontier--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
