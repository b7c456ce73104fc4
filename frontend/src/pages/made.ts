/** A new element with a class and words. */
export function made<K extends keyof HTMLElementTagNameMap>(tag: K, look = "", words = ""): HTMLElementTagNameMap[K] {
  const one = document.createElement(tag);
  one.className = look;
  one.textContent = words;
  return one;
}
