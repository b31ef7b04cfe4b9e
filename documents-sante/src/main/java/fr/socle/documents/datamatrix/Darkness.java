package fr.socle.documents.datamatrix;

import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/** Which pixels of a picture are dark. */
final class Darkness {
  private static final int OPAQUE = 128;

  private final BitMatrix dark;

  private Darkness(BitMatrix dark) {
    this.dark = dark;
  }

  /** How light each pixel of a picture is; what is transparent shows the paper. */
  static LuminanceSource lightness(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    byte[] light = new byte[width * height];
    int[] line = new int[width];
    // Asked for its colours, a grey picture gives paler ones than it holds.
    boolean grey = picture.getType() == BufferedImage.TYPE_BYTE_GRAY;
    for (int y = 0; y < height; y++) {
      if (grey) {
        picture.getRaster().getSamples(0, y, width, 1, 0, line);
      } else {
        picture.getRGB(0, y, width, 1, line, 0, width);
      }
      for (int x = 0; x < width; x++) {
        light[y * width + x] = (byte) (grey ? line[x] : luminance(line[x]));
      }
    }
    return new PlanarYUVLuminanceSource(light, width, height, 0, 0, width, height, false);
  }

  /**
   * What is darker than a threshold.
   *
   * @param threshold 0 to 255
   */
  static Darkness below(int threshold, LuminanceSource light) {
    BitMatrix dark = new BitMatrix(light.getWidth(), light.getHeight());
    byte[] line = new byte[light.getWidth()];
    for (int y = 0; y < light.getHeight(); y++) {
      line = light.getRow(y, line);
      for (int x = 0; x < light.getWidth(); x++) {
        if ((line[x] & 0xff) < threshold) {
          dark.set(x, y);
        }
      }
    }
    return new Darkness(dark);
  }

  /** What is darker than what is around it, as on a photograph. */
  static Darkness amongNeighbours(LuminanceSource light) {
    try {
      return new Darkness(new HybridBinarizer(light).getBlackMatrix());
    } catch (NotFoundException e) {
      return new Darkness(new BitMatrix(light.getWidth(), light.getHeight()));
    }
  }

  /** Light for dark. */
  Darkness inverse() {
    BitMatrix light = dark.clone();
    light.flip();
    return new Darkness(light);
  }

  /**
   * The same without its long lines, such as frames and tables that touch what they hold.
   *
   * @param longest longest piece of a line that stays, in pixels
   */
  Darkness withoutLines(int longest) {
    BitMatrix left = dark.clone();
    BitArray row = new BitArray(dark.getWidth());
    for (int y = 0; y < dark.getHeight(); y++) {
      row = dark.getRow(y, row);
      int end;
      for (int x = row.getNextSet(0); x < dark.getWidth(); x = row.getNextSet(end)) {
        end = row.getNextUnset(x);
        for (int i = x; i < end && end - x > longest; i++) {
          left.unset(i, y);
        }
      }
    }
    for (int x = 0; x < dark.getWidth(); x++) {
      int begin = 0;
      for (int y = 0; y <= dark.getHeight(); y++) {
        if (y == dark.getHeight() || !dark.get(x, y)) {
          for (int i = begin; i < y && y - begin > longest; i++) {
            left.unset(x, i);
          }
          begin = y + 1;
        }
      }
    }
    return new Darkness(left);
  }

  /** Whether a pixel is dark; what is outside the picture is not. */
  boolean isDark(int x, int y) {
    return x >= 0 && y >= 0 && x < dark.getWidth() && y < dark.getHeight() && dark.get(x, y);
  }

  /** The groups of touching dark pixels, neither side shorter than asked. */
  List<Group> groups(int shortest) {
    return new Groups(dark).found(shortest);
  }

  long area() {
    return (long) dark.getWidth() * dark.getHeight();
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

  private static int luminance(int argb) {
    int alpha = argb >>> 24;
    if (alpha < OPAQUE) {
      return 255;
    }
    return (306 * (argb >> 16 & 0xff) + 601 * (argb >> 8 & 0xff) + 117 * (argb & 0xff)) >> 10;
  }
}
