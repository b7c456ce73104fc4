import { useEffect, useState } from "preact/hooks";

/** `--phone` of `styles/media.css`. */
export const PHONE = "(max-width: 46rem)";

/** Whether the page is as narrow as a phone. */
export function usePhone(): boolean {
  const [phone, setPhone] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const follow = (): void => setPhone(query.matches);
    query.addEventListener("change", follow);
    // The window may have changed its width since the first render.
    follow();
    return () => query.removeEventListener("change", follow);
  }, []);
  return phone;
}
