/** Why something was not done, at the place where it was asked for. */
export function Why({ text }: { readonly text: string }) {
  return (
    <p class="why-not" role="alert">
      {text}
    </p>
  );
}
