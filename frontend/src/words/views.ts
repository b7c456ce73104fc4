/** The words of the shell and of the phases Welcome, Write, Read and Done. */

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const views = {
  close: "Close",
  left: (n: number): string => (n < 0 ? `${-n} too many` : `${n} left`),
  ideas: (n: number): string => many(n, "idea", "ideas"),
};
