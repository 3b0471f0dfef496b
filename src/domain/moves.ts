/** One map of states: each move with the states it may start from and the one it leads to. */
export type Move<State extends string> = { from: readonly State[]; to: State };
export type MoveMap<State extends string> = Record<string, Move<State>>;

export const canMoveIn = <State extends string>(moves: MoveMap<State>, state: State, move: string): boolean =>
  moves[move]?.from.includes(state) ?? false;
