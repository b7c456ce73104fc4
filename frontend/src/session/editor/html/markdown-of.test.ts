import { describe, expect, test } from "vitest";
import { escaped } from "./escaping";
import { markdownOf, unstyled } from "./markdown-of";

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal {margin:0cm}</style><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=EN-GB>
<!--StartFragment--><p class=MsoTitle>The brief<o:p></o:p></p><h2>Scope<o:p></o:p></h2>
<p class=MsoNormal>Both <b>areas</b> and <i>one</i> bridge,&nbsp;see <a href="https://example.org/a_b">the map</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>one<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>inner<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>two<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Area</p></td><td><p class=MsoNormal>a|b</p></td></tr>
<tr><td><p>North</p><p>gate</p></td><td><p>10<br>min</p></td></tr></table><!--EndFragment--></body></html>`;

const DOCS = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:700">Plan</span></h1>
<p dir="ltr"><span style="font-weight:400">We </span><span style="font-weight:700;font-style:normal">build</span><span style="font-style:italic"> homes</span><span style="text-decoration:line-through;"> not</span></p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>one</span></p></li><ul><li dir="ltr" aria-level="2"><p><span>inner</span></p></li></ul><li><p><span>two</span></p></li></ul>
<ul><li dir="ltr" role="checkbox" aria-checked="true"><img src="x.png" width="18"><p><span>ticked</span></p></li><li role="checkbox" aria-checked="false"><p>open</p></li></ul>
<div dir="ltr"><table><colgroup><col></colgroup><tbody><tr><td><p>Name</p></td><td><p>No</p></td></tr><tr><td><p>Ben</p></td><td><p>2</p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;

const NOTION = `<h2>Parking</h2><ul class="to-do-list"><li><div class="checkbox checkbox-off"></div> <span class="to-do-children-unchecked">first</span></li></ul>
<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span>second</span></li></ul><blockquote>It moves too fast.</blockquote><pre><code class="language-js">a *b*\nc</code></pre><ol start="3"><li>three</li><li>four</li></ol>`;

const PAGE = `<div><script>alert(1)</script><style>p{}</style><h3>From the web</h3><p onclick="x()">Words <a href="javascript:alert(1)">bad</a>, <a href="/here">own</a>,
<a href="mailto:a@b.org">mail</a> and <code>code</code>.</p><img src="https://example.org/x.png" alt="a picture"><p style="display:none">hidden</p><hr><p>The <b></b>end<br>of it.</p></div>`;

describe("Markdown of what is pasted from", () => {
  test("Word", () => {
    expect(markdownOf(WORD)).toBe(
      [
        "# The brief",
        "## Scope",
        "Both **areas** and *one* bridge, see [the map](https://example.org/a_b).",
        "- one\n  1. inner\n- two",
        "| Area | a\\|b |\n| --- | --- |\n| North gate | 10 min |",
      ].join("\n\n"),
    );
  });

  test("Google Docs", () => {
    expect(markdownOf(DOCS)).toBe(
      [
        "# Plan",
        "We **build** *homes* ~~not~~",
        "- one\n  - inner\n- two\n- [x] ticked\n- [ ] open",
        "| Name | No |\n| --- | --- |\n| Ben | 2 |",
      ].join("\n\n"),
    );
  });

  test("Notion", () => {
    expect(markdownOf(NOTION)).toBe(
      [
        "## Parking",
        "- [ ] first\n- [x] second",
        "> It moves too fast.",
        "```js\na *b*\nc\n```",
        "3. three\n4. four",
      ].join("\n\n"),
    );
  });

  test("a web page, without scripts, pictures and other addresses", () => {
    expect(markdownOf(PAGE)).toBe(
      ["### From the web", "Words bad, own, [mail](mailto:a@b.org) and `code`.", "---", "The end\nof it."].join("\n\n"),
    );
  });
});

test("styles and handlers get names that the content policy does not report, and words stay", () => {
  expect(unstyled(`<p style="a: '>'" onclick = x() class='b style=c'>my style=1</p><STYLE>p{}</STYLE >!`)).toBe(
    `<p data-style="a: '>'" data-onclick = x() class='b style=c'>my style=1</p>!`,
  );
  expect(unstyled("<style>p{")).toBe("");
  // A pattern that tries each of these to the end would take minutes.
  const hostile = '<a "'.repeat(500_000);
  expect(unstyled(hostile).length).toBe(hostile.length);
});

test("a list for each item is one list, as Word on the web writes them", () => {
  const item = (tag: string, words: string, more = "") =>
    `<div class="ListContainerWrapper"><${tag} ${more}><li><p><span>${words}</span></p></li></${tag}></div>`;
  const html = item("ul", "one") + item("ul", "two") + item("ol", "first") + item("ol", "second", "start=2");
  expect(markdownOf(html)).toBe("- one\n- two\n\n1. first\n2. second");
  expect(markdownOf("<ol><li>a</li></ol><ol><li>b</li></ol>")).toBe("1. a\n\n1. b");
});

test("a layout of one column, or with a table inside, is its content", () => {
  const letter =
    "<table><tr><td><h1>News</h1><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>";
  expect(markdownOf(letter)).toBe("# News\n\n| a | b |\n| --- | --- |\n| 1 | 2 |");
});

test("cells over several columns keep the rows equally long", () => {
  expect(markdownOf("<table><tr><th colspan=2>a</th><th>b</th></tr><tr><td>1</td></tr></table>")).toBe(
    "| a |  | b |\n| --- | --- | --- |\n| 1 |  |  |",
  );
});

test.each(["<span>plain</span>", "<meta charset=utf-8><div>one</div><div>two</div>", "", "x".repeat(4_000_001)])(
  "what has no structure is left to the plain text",
  (html) => {
    expect(markdownOf(html)).toBeNull();
  },
);

test("elements within elements, thousands deep, are left to the plain text", () => {
  const deep = `<b>x</b>${"<div>".repeat(60_000)}`;
  expect([null, "**x**"]).toContain(markdownOf(deep));
});

test("controls and halves of emoji stay out", () => {
  expect(markdownOf("<p>a\u202eb</p><p>c\u0007\ud83d</p>")).toBe("ab\n\nc");
});

test.each([
  ["snake_case and 2_000", "snake_case and 2_000"],
  ["_em_", "\\_em\\_"],
  ["2 * 3", "2 \\* 3"],
  ["# no heading", "\\# no heading"],
  ["#1 is fine", "#1 is fine"],
  ["- no list", "\\- no list"],
  ["1. no list", "1\\. no list"],
  ["1.5 is fine", "1.5 is fine"],
  ["[1] is fine", "[1] is fine"],
  ["[a](b)", "[a\\](b)"],
  ["C:\\temp", "C:\\temp"],
  ["a\\*b", "a\\\\\\*b"],
  ["&amp; AT&T", "\\&amp; AT&T"],
  ["a < b > c", "a < b > c"],
])("only marks are escaped: %s", (text, wanted) => {
  expect(escaped(text)).toBe(wanted);
});
