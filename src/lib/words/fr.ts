import answer from '../../../messages/fr/answer.json';
import type { Catalog } from './en';
import apply from '../../../messages/fr/apply.json';
import carry from '../../../messages/fr/carry.json';
import closing from '../../../messages/fr/closing.json';
import code from '../../../messages/fr/code.json';
import common from '../../../messages/fr/common.json';
import confidential from '../../../messages/fr/confidential.json';
import copies from '../../../messages/fr/copies.json';
import domain from '../../../messages/fr/domain.json';
import erase from '../../../messages/fr/erase.json';
import events from '../../../messages/fr/events.json';
import form from '../../../messages/fr/form.json';
import funding from '../../../messages/fr/funding.json';
import gone from '../../../messages/fr/gone.json';
import help from '../../../messages/fr/help.json';
import identity from '../../../messages/fr/identity.json';
import interest from '../../../messages/fr/interest.json';
import letters from '../../../messages/fr/letters.json';
import library from '../../../messages/fr/library.json';
import mail from '../../../messages/fr/mail.json';
import match from '../../../messages/fr/match.json';
import pair from '../../../messages/fr/pair.json';
import places from '../../../messages/fr/places.json';
import precheck from '../../../messages/fr/precheck.json';
import problems from '../../../messages/fr/problems.json';
import programs from '../../../messages/fr/programs.json';
import readings from '../../../messages/fr/readings.json';
import resume from '../../../messages/fr/resume.json';
import script from '../../../messages/fr/script.json';
import sending from '../../../messages/fr/sending.json';
import signIn from '../../../messages/fr/signIn.json';
import standing from '../../../messages/fr/standing.json';
import status from '../../../messages/fr/status.json';
import timeline from '../../../messages/fr/timeline.json';
import zones from '../../../messages/fr/zones.json';

/** `messages/fr/`, one file a noun. */
export const FR = {
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
