/** A file format of the decision, as the server registers it. */
export interface FileFormat {
  readonly ending: string;
  readonly label: string;
  /** Made by a process of the server, which can fail. */
  readonly typeset: boolean;
  /** Available before the decision is final. */
  readonly draft: boolean;
}
