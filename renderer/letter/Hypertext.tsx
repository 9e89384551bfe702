/** Clean hypertext as React: own links, own pictures, French typography. No HTML string is ever set. */
import type { Element, ElementContent, RootContent } from "hast";
import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import { type ComponentProps, useMemo } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import type { Hypertext as HypertextTree } from "../../archive/model.ts";
import { frenchTypography } from "../../archive/text/typography.ts";
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
      toJsxRuntime(typeset(content), {
        Fragment,
        jsx,
        jsxs,
        passNode: true,
        components: {
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

/** A copy whose texts are set for display, code left alone. */
function typeset<Node extends HypertextTree | RootContent | ElementContent>(node: Node): Node {
  if (node.type === "text") return { ...node, value: frenchTypography(node.value) };
  if (!("children" in node) || (node.type === "element" && node.tagName === "code")) return node;
  return { ...node, children: node.children.map((child) => typeset(child)) };
}
