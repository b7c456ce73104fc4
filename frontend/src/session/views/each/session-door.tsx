import { useSession } from "../../use-session";

export function View() {
  const { meta } = useSession();
  return <main class="page">{meta.value.contract.artifact}</main>;
}
