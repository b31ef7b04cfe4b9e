package fr.socle.documents.datamatrix;

import com.google.zxing.common.BitMatrix;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which pixels of a picture are dark, and which of them hang together. */
final class Darkness {
  private static final int THRESHOLD = 128;

  private final BitMatrix dark;

  private Darkness(BitMatrix dark) {
    this.dark = dark;
  }

  static Darkness of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    BitMatrix dark = new BitMatrix(width, height);
    int[] line = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, line, 0, width);
      for (int x = 0; x < width; x++) {
        if (luminance(line[x]) < THRESHOLD) {
          dark.set(x, y);
        }
      }
    }
    return new Darkness(dark);
  }

  /** Whether a pixel is dark; what is outside the picture is not. */
  boolean isDark(int x, int y) {
    return x >= 0 && y >= 0 && x < dark.getWidth() && y < dark.getHeight() && dark.get(x, y);
  }

  /** Boxes around the groups of touching dark pixels, neither side shorter than asked. */
  List<Rectangle> groups(int shortest) {
    BitMatrix left = dark.clone();
    List<Rectangle> boxes = new ArrayList<>();
    Reached reached = new Reached();
    for (int y = 0; y < left.getHeight(); y++) {
      for (int x = 0; x < left.getWidth(); x++) {
        if (left.get(x, y)) {
          Rectangle box = follow(left, x, y, reached);
          if (box.width >= shortest && box.height >= shortest) {
            boxes.add(box);
          }
        }
      }
    }
    return boxes;
  }

  /** What is in a box, alone on white. */
  BitMatrix cut(Rectangle box, int margin) {
    BitMatrix cut = new BitMatrix(box.width + 2 * margin, box.height + 2 * margin);
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        if (dark.get(box.x + x, box.y + y)) {
          cut.set(x + margin, y + margin);
        }
      }
    }
    return cut;
  }

  private static Rectangle follow(BitMatrix left, int x, int y, Reached reached) {
    Rectangle box = new Rectangle(x, y, 1, 1);
    reached.take(left, x, y);
    while (!reached.isEmpty()) {
      int at = reached.next();
      int column = at % left.getWidth();
      int row = at / left.getWidth();
      box.add(new Rectangle(column, row, 1, 1));
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          reached.take(left, column + dx, row + dy);
        }
      }
    }
    return box;
  }

  private static int luminance(int argb) {
    int alpha = argb >>> 24;
    if (alpha < THRESHOLD) {
      return 255; // Transparent: the paper shows.
    }
    return (306 * (argb >> 16 & 0xff) + 601 * (argb >> 8 & 0xff) + 117 * (argb & 0xff)) >> 10;
  }

  /** Pixels reached and not yet looked around; each is taken from the picture once. */
  private static final class Reached {
    private int[] places = new int[1024];
    private int count;

    void take(BitMatrix left, int x, int y) {
      if (x < 0 || y < 0 || x >= left.getWidth() || y >= left.getHeight() || !left.get(x, y)) {
        return;
      }
      left.unset(x, y);
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = y * left.getWidth() + x;
    }

    boolean isEmpty() {
      return count == 0;
    }

    int next() {
      return places[--count];
    }
  }
}
