package fr.socle.documents.datamatrix;

import java.awt.Rectangle;
import java.util.function.IntPredicate;

/** The white around a symbol: a module at least (insi.md 9). */
final class QuietZone {
  /** The smallest symbol has ten modules on a side; fewer were not read as modules. */
  private static final int FEWEST_MODULES = 8;

  /** Inside an edge, far enough from its blur: a third of a module of the largest symbols. */
  private static final int DEPTH = 60;

  private QuietZone() {}

  /** Whether the zone is white; so it is when the size of a module cannot be seen. */
  static boolean around(Darkness darkness, Rectangle symbol) {
    int modules = modules(darkness, symbol);
    if (modules < FEWEST_MODULES) {
      return true;
    }
    // One pixel less: the edge of a module may be blurred.
    int zone = Math.max(symbol.width, symbol.height) / modules - 1;
    Rectangle around = new Rectangle(symbol);
    around.grow(zone, zone);
    for (int y = around.y; y < around.y + around.height; y++) {
      for (int x = around.x; x < around.x + around.width; x++) {
        if (!symbol.contains(x, y) && darkness.isDark(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Two edges of a symbol are solid, along the two others modules alternate. */
  private static int modules(Darkness darkness, Rectangle symbol) {
    int depth = Math.max(1, symbol.width / DEPTH);
    int top = symbol.y + depth;
    int bottom = symbol.y + symbol.height - 1 - depth;
    int left = symbol.x + depth;
    int right = symbol.x + symbol.width - 1 - depth;
    int across =
        Math.max(
            runs(symbol.width, i -> darkness.isDark(symbol.x + i, top)),
            runs(symbol.width, i -> darkness.isDark(symbol.x + i, bottom)));
    int down =
        Math.max(
            runs(symbol.height, i -> darkness.isDark(left, symbol.y + i)),
            runs(symbol.height, i -> darkness.isDark(right, symbol.y + i)));
    return Math.max(across, down);
  }

  private static int runs(int length, IntPredicate dark) {
    int runs = 1;
    for (int i = 1; i < length; i++) {
      if (dark.test(i) != dark.test(i - 1)) {
        runs++;
      }
    }
    return runs;
  }
}
