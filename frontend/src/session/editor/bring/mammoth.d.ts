/** As much of Mammoth's build for browsers as is used here. */
declare module "mammoth/mammoth.browser.min.js" {
  export interface Element {
    readonly type: string;
    readonly noteType?: string;
    readonly children?: readonly Element[];
  }
  interface Options {
    styleMap?: readonly string[];
    transformDocument?: (document: Element) => Element;
  }
  interface Result {
    readonly value: string;
    readonly messages: readonly { readonly message: string }[];
  }
  const mammoth: { convertToHtml(input: { arrayBuffer: ArrayBuffer }, options?: Options): Promise<Result> };
  export default mammoth;
}
