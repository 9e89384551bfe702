/** Clean hypertext as React: own links, own pictures, texts as the person reads them. No HTML string is ever set. */
import type { Element, ElementContent, RootContent } from "hast";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { type ComponentProps, useMemo } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { Hypertext as HypertextTree } from "../../archive/model.ts";
import { Shown } from "../comfort/Shown.tsx";
import { Anchor } from "./Anchor.tsx";
import { Picture } from "./Picture.tsx";
import { loneReport, ReportCard } from "./ReportCard.tsx";

interface HypertextProps {
  content: HypertextTree;
  /** Id of the letter it belongs to, where its pictures are. */
  letter: string;
}

export function Hypertext({ content, letter }: HypertextProps) {
  return useMemo(
    () =>
      toJsxRuntime(withShownTexts(content), {
        Fragment,
        jsx,
        jsxs,
        passNode: true,
        components: {
          data: ({ value }) => <Shown text={String(value)} />,
          a: ({ node: _node, ...anchor }) => <Anchor {...anchor} />,
          img: ({ node: _node, ...picture }) => <Picture {...picture} letter={letter} />,
          p: ({ node, ...paragraph }) => <Block node={node} {...paragraph} />,
        },
      }),
    [content, letter],
  );
}

/** A paragraph that is only a link to a report is shown as the report's card; one that is only a picture is a figure. */
function Block({ node, ...paragraph }: ComponentProps<"p"> & { node?: Element | undefined }) {
  const report = node && loneReport(node);
  if (report) return <ReportCard href={report}>{paragraph.children}</ReportCard>;
  const isPicture = node?.children.length === 1 && node.children[0]?.type === "element" && node.children[0].tagName === "img";
  return isPicture ? paragraph.children : <p {...paragraph} />;
}

/**
 * A copy whose texts are shown by `Shown`, code left alone. They travel as `data` elements, which clean hypertext never has: the way to React
 * knows a component by an element's name.
 */
function withShownTexts<Node extends HypertextTree | RootContent | ElementContent>(node: Node): Node {
  if (!("children" in node) || (node.type === "element" && node.tagName === "code")) return node;
  const children = node.children.map((child) =>
    child.type === "text" && /\S/.test(child.value) ? { type: "element", tagName: "data", properties: { value: child.value }, children: [] } : withShownTexts(child as ElementContent),
  );
  return { ...node, children };
}
