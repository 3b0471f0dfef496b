import type { FormRole } from '@/domain/mentoring';
import { addressIn, spoken } from './language';

/** A public address in the language at hand; staff and committee have English alone. */
const here = (path: string): string => addressIn(spoken(), path);

/** Every address of the program. Links in pages are made here; links in mails add `APP_URL`. */
export const paths = {
  home: () => here('/'),
  program: (slug: string) => here(`/${slug}`),
  programQuestions: (slug: string, role: FormRole) => here(`/${slug}/questions/${role}`),
  programEligible: (slug: string, role: FormRole) => here(`/${slug}/eligible/${role}`),
  programInterest: (slug: string) => here(`/${slug}/interest`),
  interestLink: (token: string) => here(`/interest/${token}`),
  programCalendar: (slug: string) => here(`/${slug}/dates.ics`),
  apply: (cycle: string, role: FormRole) => here(`/apply/${cycle.toLowerCase()}/${role}`),
  applySection: (cycle: string, role: FormRole, section: string) =>
    here(`/apply/${cycle.toLowerCase()}/${role}/${section}`),
  applyFile: (cycle: string, role: FormRole, id: string) => here(`/apply/${cycle.toLowerCase()}/${role}/files/${id}`),
  applyHelp: (cycle: string, role: FormRole) => here(`/apply/${cycle.toLowerCase()}/${role}/help`),
  applyForget: () => here('/apply/forget'),
  resume: () => here('/resume'),
  resumeLink: (token: string) => here(`/resume/${token}`),
  status: () => here('/status'),
  statusSeen: (applicationId: string) => here(`/status/seen/${applicationId}`),
  statusWithdraw: (applicationId: string) => here(`/status/withdraw/${applicationId}`),
  statusChoose: (draftId: string) => here(`/status/choose/${draftId}`),
  statusLetter: (releaseId: string) => here(`/status/letter/${releaseId}`),
  statusConfidential: (draftId: string) => here(`/status/confidential/${draftId}`),
  statusFunding: (cycle: string, query = '') => here(`/status/funding/${cycle.toLowerCase()}${query}`),
  statusFundingWithdraw: (cycle: string) => here(`/status/funding/${cycle.toLowerCase()}/withdraw`),
  statusAnswer: (questionId: string) => here(`/status/answer/${questionId}`),
  statusErase: () => here('/status/erase'),
  statusCopy: () => here('/status/copy'),
  statusCopyOf: (copyId: string) => here(`/status/copy/${copyId}`),
  confirmMatch: (token: string) => here(`/confirm/${token}`),
  accessibility: () => here('/accessibility'),
  signIn: () => here('/sign-in'),
  signInCode: () => here('/sign-in/code'),
  signInLink: (token: string) => here(`/sign-in/${token}`),
  signOut: () => here('/sign-out'),
  devMail: () => '/dev/mail',
  devMailMessage: (file: string) => `/dev/mail/${encodeURIComponent(file)}`,
  devMailPart: (file: string) => `/dev/mail/${encodeURIComponent(file)}/html`,
  devSignIn: () => '/dev/sign-in',
  committee: () => '/committee',
  allCycles: () => '/committee?all=1',
  cycleHome: (code: string) => `/committee/${code.toLowerCase()}`,
  inbox: (code: string, query = '') => `/committee/${code.toLowerCase()}/applications${query}`,
  application: (code: string, id: string, query = '') => `/committee/${code.toLowerCase()}/applications/${id}${query}`,
  answerFile: (code: string, id: string, question: string) =>
    `/committee/${code.toLowerCase()}/applications/${id}/files/${question}`,
  nextToReview: (code: string, query: string) => `/committee/${code.toLowerCase()}/applications/next${query}`,
  find: (code: string) => `/committee/${code.toLowerCase()}/find`,
  print: (code: string, query = '') => `/committee/${code.toLowerCase()}/print${query}`,
  exportFile: (code: string, file: string, query = '') =>
    `/committee/${code.toLowerCase()}/applications/export/${file}${query}`,
  conflicts: (code: string, query = '') => `/committee/${code.toLowerCase()}/conflicts${query}`,
  coverage: (code: string, query = '') => `/committee/${code.toLowerCase()}/coverage${query}`,
  assign: (code: string, query = '') => `/committee/${code.toLowerCase()}/coverage/assign${query}`,
  assignList: (code: string, query = '') => `/committee/${code.toLowerCase()}/coverage/list${query}`,
  strengths: (code: string, query = '') => `/committee/${code.toLowerCase()}/strengths${query}`,
  assignFile: (code: string) => `/committee/${code.toLowerCase()}/coverage/file`,
  rubric: (code: string, query = '') => `/committee/${code.toLowerCase()}/rubric${query}`,
  together: (code: string, rest = '') => `/committee/${code.toLowerCase()}/applications/together${rest}`,
  matching: (code: string) => `/committee/${code.toLowerCase()}/matching`,
  plan: (code: string, number: number, query = '') => `/committee/${code.toLowerCase()}/matching/${number}${query}`,
  whatIf: (code: string, number: number, id: string) =>
    `/committee/${code.toLowerCase()}/matching/${number}/what-if/${id}`,
  runFile: (code: string, runId: string, file: string) =>
    `/committee/${code.toLowerCase()}/matching/runs/${runId}/${file}`,
  planReport: (code: string, number: number, anchor = '') =>
    `/committee/${code.toLowerCase()}/matching/${number}/report${anchor}`,
  planBallot: (code: string, number: number) => `/committee/${code.toLowerCase()}/matching/${number}/ballot`,
  ballot: (code: string, number: number, query = '') => `/committee/${code.toLowerCase()}/ballot/${number}${query}`,
  ballotConsent: (code: string, number: number, query = '') =>
    `/committee/${code.toLowerCase()}/ballot/${number}/consent${query}`,
  ballotMeeting: (code: string, number: number, query = '') =>
    `/committee/${code.toLowerCase()}/ballot/${number}/meeting${query}`,
  ballotLive: (code: string, number: number) => `/committee/${code.toLowerCase()}/ballot/${number}/meeting/live`,
  ballotMinutes: (code: string, number: number) => `/committee/${code.toLowerCase()}/ballot/${number}/minutes`,
  ballotFile: (code: string, number: number, file: string) =>
    `/committee/${code.toLowerCase()}/ballot/${number}/minutes/${file}`,
  planGrid: (code: string, number: number) => `/committee/${code.toLowerCase()}/matching/${number}/grid`,
  planShadow: (code: string, number: number) => `/committee/${code.toLowerCase()}/matching/${number}/shadow`,
  plansCompared: (code: string, numbers: readonly number[]) =>
    `/committee/${code.toLowerCase()}/matching/compare?${numbers.map((number) => `p=${number}`).join('&')}`,
  funding: (code: string, query = '') => `/committee/${code.toLowerCase()}/funding${query}`,
  fundingRequest: (code: string, id: string, query = '') => `/committee/${code.toLowerCase()}/funding/${id}${query}`,
  fundingRelease: (code: string) => `/committee/${code.toLowerCase()}/funding/release`,
  fundingOffer: (code: string, query = '') => `/staff/${code.toLowerCase()}/funding${query}`,
  programDesk: (slug: string) => `/staff/programs/${slug}`,
  programWords: (slug: string, query = '') => `/staff/programs/${slug}/words${query}`,
  members: (slug: string, query = '') => `/staff/programs/${slug}/members${query}`,
  newCycle: (slug: string, query = '') => `/staff/programs/${slug}/new-cycle${query}`,
  cycleDays: (code: string, query = '') => `/staff/${code.toLowerCase()}/days${query}`,
  eligibility: (code: string) => `/staff/${code.toLowerCase()}/eligibility`,
  rosterImport: (code: string) => `/staff/${code.toLowerCase()}/eligibility/roster`,
  people: (code: string, query = '') => `/staff/${code.toLowerCase()}/people${query}`,
  twins: (code: string, query = '') => `/staff/${code.toLowerCase()}/people/twice${query}`,
  helped: (code: string, id: string, query = '') => `/staff/${code.toLowerCase()}/people/${id}${query}`,
  helpedSection: (code: string, id: string, section: string) =>
    `/staff/${code.toLowerCase()}/people/${id}/answers/${section}`,
  helpedFile: (code: string, id: string, file: string) => `/staff/${code.toLowerCase()}/people/${id}/files/${file}`,
  helpedCheck: (code: string, id: string) => `/staff/${code.toLowerCase()}/people/${id}/check`,
  enterFor: (code: string) => `/staff/${code.toLowerCase()}/people/enter`,
  form: (code: string, query = '') => `/staff/${code.toLowerCase()}/form${query}`,
  frameworks: (code: string, query = '') => `/staff/${code.toLowerCase()}/form/frameworks${query}`,
  formQuestion: (code: string, query: string) => `/staff/${code.toLowerCase()}/form/question?${query}`,
  formSection: (code: string, key = '') => `/staff/${code.toLowerCase()}/form/section${key ? `?key=${key}` : ''}`,
  formVersion: (code: string, number: number) => `/staff/${code.toLowerCase()}/form/versions/${number}`,
  formTrial: (code: string, role: FormRole, step = '') =>
    `/staff/${code.toLowerCase()}/form/trial/${role}${step ? `/${step}` : ''}`,
  answers: (code: string, query = '') => `/staff/${code.toLowerCase()}/answers${query}`,
  announcement: (code: string) => `/staff/${code.toLowerCase()}/announcement`,
  template: (code: string, kind: string, query: Record<string, string> = {}) => {
    const search = new URLSearchParams(query).toString();
    return `/staff/${code.toLowerCase()}/announcement/templates/${kind}${search && `?${search}`}`;
  },
  letterPreview: (code: string, personId: string, query = '') =>
    `/staff/${code.toLowerCase()}/announcement/letters/${personId}${query}`,
  letterMail: (code: string, personId: string, query = '') =>
    `/staff/${code.toLowerCase()}/announcement/letters/${personId}/mail${query}`,
  confidentiality: (code: string, query = '') => `/staff/${code.toLowerCase()}/confidentiality${query}`,
  certificate: (code: string) => `/staff/${code.toLowerCase()}/confidentiality/certificate`,
  release: (code: string) => `/staff/${code.toLowerCase()}/announcement/release`,
  deliveries: (code: string, query = '') => `/staff/${code.toLowerCase()}/announcement/deliveries${query}`,
  badAddresses: (code: string, query = '') => `/staff/${code.toLowerCase()}/announcement/deliveries/addresses${query}`,
  uncertain: (code: string, query = '') => `/staff/${code.toLowerCase()}/announcement/deliveries/uncertain${query}`,
  delivery: (code: string, id: string) => `/staff/${code.toLowerCase()}/announcement/deliveries/${id}`,
} as const;
