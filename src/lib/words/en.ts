import answer from '../../../messages/en/answer.json';
import apply from '../../../messages/en/apply.json';
import carry from '../../../messages/en/carry.json';
import closing from '../../../messages/en/closing.json';
import code from '../../../messages/en/code.json';
import common from '../../../messages/en/common.json';
import confidential from '../../../messages/en/confidential.json';
import copies from '../../../messages/en/copies.json';
import domain from '../../../messages/en/domain.json';
import erase from '../../../messages/en/erase.json';
import events from '../../../messages/en/events.json';
import form from '../../../messages/en/form.json';
import funding from '../../../messages/en/funding.json';
import gone from '../../../messages/en/gone.json';
import help from '../../../messages/en/help.json';
import identity from '../../../messages/en/identity.json';
import interest from '../../../messages/en/interest.json';
import letters from '../../../messages/en/letters.json';
import library from '../../../messages/en/library.json';
import mail from '../../../messages/en/mail.json';
import match from '../../../messages/en/match.json';
import pair from '../../../messages/en/pair.json';
import places from '../../../messages/en/places.json';
import precheck from '../../../messages/en/precheck.json';
import problems from '../../../messages/en/problems.json';
import programs from '../../../messages/en/programs.json';
import readings from '../../../messages/en/readings.json';
import resume from '../../../messages/en/resume.json';
import script from '../../../messages/en/script.json';
import sending from '../../../messages/en/sending.json';
import signIn from '../../../messages/en/signIn.json';
import standing from '../../../messages/en/standing.json';
import status from '../../../messages/en/status.json';
import timeline from '../../../messages/en/timeline.json';
import zones from '../../../messages/en/zones.json';

/** `messages/en/`, one file a noun. */
export const EN = {
  answer,
  apply,
  carry,
  closing,
  code,
  common,
  confidential,
  copies,
  domain,
  erase,
  events,
  form,
  funding,
  gone,
  help,
  identity,
  interest,
  letters,
  library,
  mail,
  match,
  pair,
  places,
  precheck,
  problems,
  programs,
  readings,
  resume,
  script,
  sending,
  signIn,
  standing,
  status,
  timeline,
  zones,
};
export type Catalog = { [Noun in keyof typeof EN]: Record<keyof (typeof EN)[Noun], string> };
