/*
 * Map.groupBy, which soát bài uses, for browsers from before the end of 2023: Chrome 109, the last on Windows 7, is on many
 * office computers. To be imported before the rules.
 */
if (!("groupBy" in Map)) {
  Object.assign(Map, {
    groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
      const groups = new Map<Key, Item[]>();
      for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [item]);
        else group.push(item);
      }
      return groups;
    },
  });
}
