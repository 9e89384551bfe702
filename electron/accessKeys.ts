/** Access keys for menus (Alt, then the underlined letter), as Windows and Linux have them. Pure. */

/** The labels with "&" before the letter that opens each: the first letter that no label before it took, beginnings of words first. */
export function withAccessKeys(labels: readonly string[]): string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const places = [...label.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu), ...label.matchAll(/\p{L}/gu)].map(({ index }) => index);
    const at = places.find((place) => /[a-z]/i.test(label.charAt(place)) && !taken.has(label.charAt(place).toLowerCase()));
    const plain = (text: string): string => text.replaceAll("&", "&&");
    if (at === undefined) return plain(label);
    taken.add(label.charAt(at).toLowerCase());
    return `${plain(label.slice(0, at))}&${plain(label.slice(at))}`;
  });
}
