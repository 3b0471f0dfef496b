import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { explainPair, safeReasons, type NameOf } from '@/domain/matching/explain';
import { FACTORS } from '@/domain/matching/factors';
import { answerText } from '@/domain/matching/files/answer-text';
import { problemText } from '@/domain/matching/files/problem-text';
import { answerInquiry } from '@/domain/matching/inquiry';
import { canonicalInputs } from '@/domain/matching/inputs-hash';
import type { Answer, Problem } from '@/domain/matching/problem';
import { problemFor, scoreInBlocks, type ScoredCycle } from '@/domain/matching/score-cycle';
import { Cancelled } from '@/domain/matching/plan-search';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { Refusal } from '@/domain/refusal';
import { digest } from '@/lib/digest';
import {
  BOARD,
  ENGINE_STAGES,
  type EngineAnswer,
  type EnginePlan,
  type EngineProgress,
  type EngineStage,
  type EngineTask,
  type InquiryEnd,
  type InquiryTask,
} from './protocol';

function boardOf(buffer: SharedArrayBuffer) {
  const cells = new Int32Array(buffer);
  return {
    cancelled: () => Atomics.load(cells, BOARD.cancelled) === 1,
    show: (stage: EngineStage, { done, total, share }: Omit<EngineProgress, 'stage'>) => {
      Atomics.store(cells, BOARD.stage, ENGINE_STAGES.indexOf(stage));
      Atomics.store(cells, BOARD.done, done);
      Atomics.store(cells, BOARD.total, total);
      Atomics.store(cells, BOARD.millionths, share === null ? -1 : Math.min(1e6, Math.ceil(share * 1e6)));
    },
    /** The asker cancels rather than leave this waiting. */
    untilPrivateReady: () => void Atomics.wait(cells, BOARD.privateReady, 0),
  };
}

const labels: ReadonlyMap<string, string> = new Map(FACTORS.map(({ key, label }) => [key, label]));

function explained(scored: ScoredCycle, answer: Answer, nameOf: NameOf): EnginePlan['matches'] {
  return answer.matches.map(({ mentee, mentor, fit }) => ({
    menteeId: mentee,
    mentorId: mentor,
    fit,
    reasons: explainPair(scored, [mentee, mentor], nameOf).reasons.map(({ factor, points, text }) => ({
      factor,
      label: labels.get(factor) ?? factor,
      points,
      reason: text,
    })),
    safeReasons: safeReasons(scored, [mentee, mentor], nameOf),
  }));
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

const compressed = (text: string) => new Uint8Array(gzipSync(text, { level: 1 }));

/** With wishes in play the public answer is another than the plan's: it is solved and proved again for the record. */
function recordOf(problem: Problem, answer: Answer, ask: () => void): EnginePlan['record'] {
  const open = answer.withWhom === null ? answer : solve(problem, { onProgress: ask });
  if (!open) throw new Cancelled();
  if (verify(problem, open, ask).length > 0) throw new Error('The public problem was not solved.');
  return {
    problem: compressed(problemText(problem)),
    answer: compressed(answerText(problem, open)),
    resultHash: digest(JSON.stringify(answer.matches.map(({ mentee, mentor }) => [mentee, mentor]))),
  };
}

/** Scores, solves, proves; a plan that is not proved never leaves. */
function answerTo({ cycle, settings, privatePart, names, board: buffer }: EngineTask): EngineAnswer {
  const board = boardOf(buffer);
  const rows = cycle.mentees.length;
  board.show('scoring', { done: 0, total: rows, share: null });
  const [scored, score] = timed(() =>
    scoreInBlocks(cycle, {
      onProgress: (done, total) => board.show('scoring', { done, total, share: null }),
      cancelled: board.cancelled,
    }),
  );
  if (!scored) return { kind: 'cancelled' };
  const publicProblem = problemFor(scored, settings);
  // Named while the worker still opens what is sealed.
  const inputsHash = digest(canonicalInputs(publicProblem));
  if (privatePart) board.untilPrivateReady();
  // A copy: the solver reads it often, and shared memory is slower.
  const problem: Problem = privatePart
    ? { ...publicProblem, privatePart: new Int32Array(privatePart).slice() }
    : publicProblem;
  const [answer, solved] = timed(() =>
    solve(problem, {
      onProgress: ({ aim, done, total, share }) =>
        board.show(aim === 'who' ? 'who' : 'with-whom', { done, total, share }),
      cancelled: board.cancelled,
      nameOf: (id) => names[id]?.full ?? '',
    }),
  );
  if (!answer) return { kind: 'cancelled' };
  board.show('proving', { done: 0, total: rows, share: 0 });
  const ask = () => {
    if (board.cancelled()) throw new Cancelled();
  };
  const [faults, verified] = timed(() => verify(problem, answer, ask));
  if (faults.length > 0) return { kind: 'refused', code: 'matching.unverified', detail: '' };
  const plan = {
    matches: explained(scored, answer, (id) => names[id]?.short ?? ''),
    totalFit: answer.totalFit,
    inputsHash,
    record: recordOf(publicProblem, answer, ask),
    milliseconds: { score, solve: solved, verify: verified },
  };
  return { kind: 'plan', plan };
}

const inquire = ({ cycle, settings, question, names }: InquiryTask): InquiryEnd => {
  const nameOf = (id: string) => names[id]?.full ?? '';
  return { kind: 'answer', answer: answerInquiry(cycle, settings, { question, nameOf }) };
};

function safely(task: EngineTask | InquiryTask): EngineAnswer | InquiryEnd {
  try {
    return 'question' in task ? inquire(task) : answerTo(task);
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, detail: error.detail };
    return { kind: 'fault', name: error instanceof Error ? error.name : 'unknown' };
  }
}

parentPort?.on('message', (task: EngineTask | InquiryTask) => parentPort?.postMessage(safely(task)));
