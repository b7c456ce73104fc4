/** The words of the kit: controls that every island has. */

export const kit = {
  close: "Close",
  copied: "Copied",
  copyFailed: "Copying did not work here. Select the text and copy it by hand.",
  left: (n: number): string => (n < 0 ? `${-n} too many` : `${n} left`),
};
