/**
 * Tops of boxes in one column, each as near as can be to where it wants to be, none over
 * another, all between `top` and `bottom` where they fit. Boxes that push each other share
 * the push: a group stands at the mean of what its members want.
 *
 * @param wanted tops, in rising order
 * @param height of each box
 */
export function stack(
  wanted: readonly number[],
  height: number,
  top: number,
  bottom: number,
): readonly number[] {
  const groups: Group[] = [];
  for (const each of wanted) {
    let group = settled([each], height, top, bottom);
    for (let above = groups.at(-1); above && isOver(above, group, height); above = groups.at(-1)) {
      groups.pop();
      group = settled([...above.wanted, ...group.wanted], height, top, bottom);
    }
    groups.push(group);
  }
  return groups.flatMap((group) => group.wanted.map((_, index) => group.top + index * height));
}

interface Group {
  readonly wanted: readonly number[];
  readonly top: number;
}

function isOver(above: Group, below: Group, height: number): boolean {
  return above.top + above.wanted.length * height > below.top;
}

function settled(wanted: readonly number[], height: number, top: number, bottom: number): Group {
  const first = wanted.reduce((sum, each, index) => sum + each - index * height, 0);
  const mean = first / wanted.length;
  return { wanted, top: Math.max(top, Math.min(bottom - wanted.length * height, mean)) };
}
