import answer from '../../../messages/es/answer.json';
import type { Catalog } from './en';
import apply from '../../../messages/es/apply.json';
import carry from '../../../messages/es/carry.json';
import closing from '../../../messages/es/closing.json';
import code from '../../../messages/es/code.json';
import common from '../../../messages/es/common.json';
import confidential from '../../../messages/es/confidential.json';
import copies from '../../../messages/es/copies.json';
import domain from '../../../messages/es/domain.json';
import erase from '../../../messages/es/erase.json';
import events from '../../../messages/es/events.json';
import form from '../../../messages/es/form.json';
import funding from '../../../messages/es/funding.json';
import gone from '../../../messages/es/gone.json';
import help from '../../../messages/es/help.json';
import identity from '../../../messages/es/identity.json';
import interest from '../../../messages/es/interest.json';
import letters from '../../../messages/es/letters.json';
import library from '../../../messages/es/library.json';
import mail from '../../../messages/es/mail.json';
import match from '../../../messages/es/match.json';
import pair from '../../../messages/es/pair.json';
import places from '../../../messages/es/places.json';
import precheck from '../../../messages/es/precheck.json';
import problems from '../../../messages/es/problems.json';
import programs from '../../../messages/es/programs.json';
import readings from '../../../messages/es/readings.json';
import resume from '../../../messages/es/resume.json';
import script from '../../../messages/es/script.json';
import sending from '../../../messages/es/sending.json';
import signIn from '../../../messages/es/signIn.json';
import standing from '../../../messages/es/standing.json';
import status from '../../../messages/es/status.json';
import timeline from '../../../messages/es/timeline.json';
import zones from '../../../messages/es/zones.json';

/** `messages/es/`, one file a noun. */
export const ES = {
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
} satisfies Catalog;
