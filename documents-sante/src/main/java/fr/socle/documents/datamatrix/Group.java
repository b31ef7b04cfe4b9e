package fr.socle.documents.datamatrix;

import java.awt.Rectangle;

/**
 * Dark pixels that hang together.
 *
 * @param box box around them
 * @param pixels how many they are
 * @param runs how many unbroken pieces of lines they make, row after row
 */
record Group(Rectangle box, int pixels, int runs) {
  /** Rectangular symbols are at most four times as long as they are high. */
  private static final double LONGEST = 4.5;

  private static final double SQUARE = 1.2;

  /** An INS has thirty-two modules on a side at least; two pixels each, on paper and leaning. */
  private static final int SHORTEST_INS = 64;

  /** The least darkness of a symbol: half of it, what does not touch the rest left out. */
  private static final double DARK = 0.2;

  boolean isSquare() {
    return stretch() <= SQUARE;
  }

  /** Whether a symbol can have this shape. */
  boolean hasShapeOfSymbol() {
    return stretch() <= LONGEST;
  }

  /** Whether it is broken up as symbols are, and letters are not. */
  boolean isBroken() {
    return runs >= 3L * box.height;
  }

  /** Whether it looks like a symbol as large as the one of an INS, be it read or not. */
  boolean looksLikeIns() {
    return Math.min(box.width, box.height) >= SHORTEST_INS
        && stretch() <= 1.5
        && isDense()
        && runs >= 5L * box.height;
  }

  /** Whether more of its box is dark than a frame makes. */
  boolean isDense() {
    return pixels >= DARK * area();
  }

  long area() {
    return (long) box.width * box.height;
  }

  private double stretch() {
    return (double) Math.max(box.width, box.height) / Math.min(box.width, box.height);
  }
}
