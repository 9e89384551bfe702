/** French words too common to find anything by; dropped from loose queries, never from the index. Folded forms. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a ai as au aux avec c ce ces cet cette d dans de des du elle elles en es est et eux il ils j je l la le les leur leurs lui m " +
    "ma me mes moi mon n ne nos notre nous on ont ou par pas pour qu que qui s sa se ses son sont sur t ta te tes toi ton tu un une " +
    "vos votre vous y"
  ).split(" "),
);
