/**
 * Resolves when what was just rendered is on the screen and presses that came meanwhile were heard, or soon in a page
 * that nobody sees, which is not painted.
 */
export function painted(): Promise<unknown> {
  return new Promise((done) => {
    setTimeout(done, 500);
    // A frame is shown by the time the next one begins; a task between the two could still keep it from the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  });
}
