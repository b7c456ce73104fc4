/** Why something was not done, at the place where it was asked for; nothing for an empty text. */
export function Why({ text }: { readonly text: string }) {
  return text === "" ? null : (
    <p class="why-not" role="alert">
      {text}
    </p>
  );
}
