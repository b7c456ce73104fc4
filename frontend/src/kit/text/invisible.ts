/**
 * Characters that cannot be seen, as insides of character classes with the flag `u`.
 *
 * Made by `python -m tests.canvas.invisible_table` from Unicode 14.0.0, which says what is in it. Do not edit.
 */

/** Draws nothing. */
export const BLANK =
  "\\u{ad}\\u{34f}\\u{61c}\\u{115f}-\\u{1160}\\u{17b4}-\\u{17b5}\\u{180b}-\\u{180f}\\u{200b}-\\u{200f}\\u{202a}-\\u{202e}\\u{2060}-\\u{206f}\\u{2800}\\u{3164}\\u{fe00}-\\u{fe0f}\\u{feff}\\u{ffa0}\\u{fff0}-\\u{fffc}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}";
/** Turns the direction of text, or is a control. */
export const FORBIDDEN =
  "\\u{0}-\\u{8}\\u{b}-\\u{c}\\u{e}-\\u{1f}\\u{7f}-\\u{9f}\\u{202a}-\\u{202e}\\u{2066}-\\u{2069}";
