import type { FormRole } from '@/domain/mentoring';

/** Every address of the program. Links in pages are made here; links in mails add `APP_URL`. */
export const paths = {
  home: () => '/',
  program: (slug: string) => `/${slug}`,
  programQuestions: (slug: string, role: FormRole) => `/${slug}/questions/${role}`,
  programCalendar: (slug: string) => `/${slug}/dates.ics`,
  apply: (cycle: string, role: FormRole) => `/apply/${cycle.toLowerCase()}/${role}`,
  applySection: (cycle: string, role: FormRole, section: string) => `/apply/${cycle.toLowerCase()}/${role}/${section}`,
  applyFile: (cycle: string, role: FormRole, id: string) => `/apply/${cycle.toLowerCase()}/${role}/files/${id}`,
  applyForget: () => '/apply/forget',
  resume: () => '/resume',
  resumeLink: (token: string) => `/resume/${token}`,
  status: () => '/status',
  statusWithdraw: (applicationId: string) => `/status/withdraw/${applicationId}`,
  statusChoose: (draftId: string) => `/status/choose/${draftId}`,
  statusLetter: (releaseId: string) => `/status/letter/${releaseId}`,
  confirmMatch: (token: string) => `/confirm/${token}`,
  accessibility: () => '/accessibility',
  signIn: () => '/sign-in',
  signInCode: () => '/sign-in/code',
  signInLink: (token: string) => `/sign-in/${token}`,
  signOut: () => '/sign-out',
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
  acceptSeveral: (code: string) => `/committee/${code.toLowerCase()}/applications/accept`,
  matching: (code: string) => `/committee/${code.toLowerCase()}/matching`,
  plan: (code: string, number: number, query = '') => `/committee/${code.toLowerCase()}/matching/${number}${query}`,
  whatIf: (code: string, number: number, id: string) =>
    `/committee/${code.toLowerCase()}/matching/${number}/what-if/${id}`,
  runFile: (code: string, runId: string, file: string) =>
    `/committee/${code.toLowerCase()}/matching/runs/${runId}/${file}`,
  planReport: (code: string, number: number, anchor = '') =>
    `/committee/${code.toLowerCase()}/matching/${number}/report${anchor}`,
  planGrid: (code: string, number: number) => `/committee/${code.toLowerCase()}/matching/${number}/grid`,
  planShadow: (code: string, number: number) => `/committee/${code.toLowerCase()}/matching/${number}/shadow`,
  plansCompared: (code: string, numbers: readonly number[]) =>
    `/committee/${code.toLowerCase()}/matching/compare?${numbers.map((number) => `p=${number}`).join('&')}`,
  form: (code: string, query = '') => `/staff/${code.toLowerCase()}/form${query}`,
  formQuestion: (code: string, query: string) => `/staff/${code.toLowerCase()}/form/question?${query}`,
  formSection: (code: string, key = '') => `/staff/${code.toLowerCase()}/form/section${key ? `?key=${key}` : ''}`,
  formVersion: (code: string, number: number) => `/staff/${code.toLowerCase()}/form/versions/${number}`,
  formTrial: (code: string, role: FormRole, step = '') =>
    `/staff/${code.toLowerCase()}/form/trial/${role}${step ? `/${step}` : ''}`,
  announcement: (code: string) => `/staff/${code.toLowerCase()}/announcement`,
  template: (code: string, kind: string) => `/staff/${code.toLowerCase()}/announcement/templates/${kind}`,
  letterPreview: (code: string, personId: string, query = '') =>
    `/staff/${code.toLowerCase()}/announcement/letters/${personId}${query}`,
  release: (code: string) => `/staff/${code.toLowerCase()}/announcement/release`,
  deliveries: (code: string, query = '') => `/staff/${code.toLowerCase()}/announcement/deliveries${query}`,
  delivery: (code: string, id: string) => `/staff/${code.toLowerCase()}/announcement/deliveries/${id}`,
} as const;
