import { useRef } from "preact/hooks";
import { Button } from "../../../kit/button";

interface ChooseProps {
  readonly words: string;
  readonly look?: "quiet" | "plain";
  readonly busy?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a file that can become the text. */
export function ChooseFile({ words, look = "quiet", busy, onFile }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} icon="plus" busy={busy} onClick={() => input.current?.click()}>
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx,.md,.markdown,.txt"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // The same file may be chosen again, once it is mended.
          currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}
