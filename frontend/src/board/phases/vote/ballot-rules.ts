/** What a ballot may hold, as pure steps: at most one dot per option, never more than the budget, one bold pick apart. */

export interface Choice {
  readonly dots: Readonly<Record<string, number>>;
  readonly bold: string | null;
  readonly done: boolean;
}

export const EMPTY: Choice = { dots: {}, bold: null, done: false };

export function given(choice: Choice): number {
  return Object.values(choice.dots).reduce((sum, n) => sum + n, 0);
}

export function left(choice: Choice, budget: number): number {
  return Math.max(0, budget - given(choice));
}

export function has(choice: Choice, option: string): boolean {
  return (choice.dots[option] ?? 0) > 0;
}

/** Give a dot, or take it back; null when none is left to give. */
export function withDot(choice: Choice, option: string, budget: number): Choice | null {
  if (has(choice, option)) {
    const { [option]: _, ...dots } = choice.dots;
    return { ...choice, dots };
  }
  if (left(choice, budget) === 0) return null;
  return { ...choice, dots: { ...choice.dots, [option]: 1 } };
}

/** Pick the option worth the risk; picking it again lets it go. */
export function withBold(choice: Choice, option: string): Choice {
  return { ...choice, bold: choice.bold === option ? null : option };
}

export function isEmpty(choice: Pick<Choice, "dots" | "bold">): boolean {
  return choice.bold === null && Object.keys(choice.dots).length === 0;
}
