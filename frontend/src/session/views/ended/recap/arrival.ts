/** Where somebody goes on who has just shared or corrected the recap: the button that they pressed is gone. */

import { useEffect, useState } from "preact/hooks";

let arrives = false;

/** The part of the page that comes next takes the focus. */
export function announceArrival(comes: boolean): void {
  arrives = comes;
}

/** Whether this part of the page came by such a press; true once. */
export function useArrival(): boolean {
  const [arrived] = useState(arrives);
  useEffect(() => {
    arrives = false;
  }, []);
  return arrived;
}
