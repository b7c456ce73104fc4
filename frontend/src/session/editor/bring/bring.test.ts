import { expect, test } from "vitest";
import { zip } from "../../../../test/zip";
import { BringError, bring } from "./bring";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const text = (words: string, look = "") => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (inner: string, style = "", more = "") =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${inner}</w:p>`;
const cell = (words: string) => `<w:tc>${paragraph(text(words))}</w:tc>`;
const item = (words: string, level: number) =>
  paragraph(text(words), "", `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);

function word(body: string, files: Record<string, string> = {}): File {
  const relation = (id: string, type: string, target: string, more = "") =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}" ${more}/>`;
  const archive = zip({
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${RELATIONS}">${relation("a", "officeDocument", "word/document.xml")}</Relationships>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${RELATIONS}">${[
      relation("link", "hyperlink", "https://example.org/x", 'TargetMode="External"'),
      relation("n", "numbering", "numbering.xml"),
      relation("s", "styles", "styles.xml"),
      relation("f", "footnotes", "footnotes.xml"),
      relation("c", "comments", "comments.xml"),
    ].join("")}</Relationships>`,
    "word/styles.xml": `${HEAD}<w:styles ${W}>${["Title", "heading 1", "Quote"]
      .map((name, at) => `<w:style w:type="paragraph" w:styleId="S${at}"><w:name w:val="${name}"/></w:style>`)
      .join("")}</w:styles>`,
    "word/numbering.xml": `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${[0, 1]
      .map((at) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${at ? "decimal" : "bullet"}"/></w:lvl>`)
      .join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/footnotes.xml": `${HEAD}<w:footnotes ${W}><w:footnote w:id="1">${paragraph(text("A note"))}</w:footnote></w:footnotes>`,
    "word/comments.xml": `${HEAD}<w:comments ${W}><w:comment w:id="0" w:author="Ben">${paragraph(text("Why?"))}</w:comment></w:comments>`,
    ...files,
    "word/document.xml": `${HEAD}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
  });
  return new File([archive], "brief.docx");
}

test("a Word document keeps headings, lists, links and tables", async () => {
  const brought = await bring(
    word(
      [
        paragraph(text("The brief"), "S0"),
        paragraph(text("Scope"), "S1"),
        paragraph(
          `${text("Both ")}${text("areas", "<w:b/>")}${text(" and ")}${text("one", "<w:i/>")}` +
            `<w:hyperlink r:id="link">${text("there")}</w:hyperlink>`,
        ),
        item("one", 0),
        item("inner", 1),
        item("two", 0),
        paragraph(text("It moves too fast."), "S2"),
        `<w:tbl><w:tr>${cell("Area")}${cell("Walk")}</w:tr><w:tr>${cell("North")}${cell("10")}</w:tr></w:tbl>`,
      ].join(""),
    ),
  );
  expect(brought.leftOut).toEqual([]);
  expect(brought.markdown).toBe(
    [
      "# The brief",
      "# Scope",
      "Both **areas** and *one*[there](https://example.org/x)",
      "- one\n  1. inner\n- two",
      "> It moves too fast.",
      "| Area | Walk |\n| --- | --- |\n| North | 10 |",
    ].join("\n\n"),
  );
});

test("what a text has no place for is named", async () => {
  const picture =
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic ' +
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="p"/>' +
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
  const formula =
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>';
  const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const comment = '<w:r><w:commentReference w:id="0"/></w:r>';
  const relations = `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="p" Type="${OFFICE}/image" Target="media/1.png"/><Relationship Id="f" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="c" Type="${OFFICE}/comments" Target="comments.xml"/></Relationships>`;
  const { markdown, leftOut } = await bring(
    word(paragraph(text("Words") + picture + picture + note + comment + formula), {
      "word/_rels/document.xml.rels": relations,
      "word/media/1.png": "x",
    }),
  );
  expect(markdown).toBe("Words");
  expect(leftOut).toEqual(["2 pictures", "1 comment", "1 footnote", "1 formula"]);
});

const bytes = (...units: number[]) => new Uint8Array(units);

test.each<[string, BlobPart[], string]>([
  ["plan.md", ["# Plan\r\n\r\nWords\u202e\n"], "# Plan\n\nWords"],
  ["utf-8-bom.MD", [bytes(0xef, 0xbb, 0xbf), "é"], "é"],
  ["old.txt", [bytes(0x63, 0x61, 0x66, 0xe9)], "café"],
  ["wide.txt", [bytes(0xff, 0xfe, 0xe9, 0)], "é"],
])("%s is read as text", async (name, parts, wanted) => {
  expect(await bring(new File(parts, name))).toEqual({ markdown: wanted, leftOut: [] });
});

test.each<[string, BlobPart[]]>([
  ["picture.png", ["x"]],
  ["brief.doc", ["x"]],
  ["brief.docx", ["no archive"]],
  ["binary.txt", [bytes(1, 0, 0, 2)]],
])("%s is refused with a sentence", async (name, parts) => {
  await expect(bring(new File(parts, name))).rejects.toThrow(BringError);
});

test("a file that is too large is refused unread", async () => {
  const large = new File([], "large.md");
  Object.defineProperty(large, "size", { value: 20_000_001 });
  large.arrayBuffer = () => Promise.reject(new Error("read"));
  await expect(bring(large)).rejects.toThrow(BringError);
});
