import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Session } from "./engine";

export const SessionContext = createContext<Session | null>(null);

/** The engine of this page: `const { meta, ask } = useSession()`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside of a session page");
  return session;
}
