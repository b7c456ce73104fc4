import { AnotherRound } from "./count/another-round";
import { MakeFinal } from "./final";

/** What the facilitator opens over the page: another round of the vote, and the last look before the decision is final. */
export function Sheets() {
  return (
    <>
      <AnotherRound />
      <MakeFinal />
    </>
  );
}
