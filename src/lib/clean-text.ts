// Control characters other than tab and line feed have no place in an answer and break databases and mails.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What was typed, as it is kept: line feeds only, whole characters, composed. */
export const cleanText = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed().normalize('NFC');
