/** Why the server did not do what was just asked, where it was asked. */
export function Refused({ why }: { readonly why: string }) {
  return why === "" ? null : (
    <p class="end-refused" role="alert">
      {why}
    </p>
  );
}
