import { useEffect } from "preact/hooks";

/** Keeps the screen on while the page is visible, where the browser can. */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) {
      return;
    }
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState === "visible") {
        lock = await navigator.wakeLock.request("screen").catch(() => null);
      }
    };
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, [wanted]);
}
