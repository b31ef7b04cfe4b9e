package fr.socle.documents.datamatrix;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;

/** The symbol of a text: a square Data Matrix ECC200 in its quiet zone (insi.md 9). */
public final class DatamatrixSymbol {
  // One module at least (insi.md 9); two, for readers that are near-sighted.
  private static final int QUIET = 2;
  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xffffff;

  private final BitMatrix modules;

  private DatamatrixSymbol(BitMatrix modules) {
    this.modules = modules;
  }

  /** The symbol of an identity. */
  public static DatamatrixSymbol of(InsDatamatrix content) {
    return ofText(content.text());
  }

  /**
   * The symbol of a text, right or wrong.
   *
   * @throws IllegalArgumentException if it is empty or longer than a symbol can be
   */
  public static DatamatrixSymbol ofText(String text) {
    return new DatamatrixSymbol(
        new DataMatrixWriter()
            .encode(
                text,
                BarcodeFormat.DATA_MATRIX,
                0,
                0,
                Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE)));
  }

  /** Modules on a side, the quiet zone included. */
  public int side() {
    return modules.getWidth() + 2 * QUIET;
  }

  /** Whether a module is dark, counted from the top left corner of the quiet zone. */
  public boolean isDark(int column, int row) {
    int x = column - QUIET;
    int y = row - QUIET;
    return x >= 0
        && y >= 0
        && x < modules.getWidth()
        && y < modules.getHeight()
        && modules.get(x, y);
  }

  /**
   * The symbol as a PNG picture, dark on white.
   *
   * @param pixels pixels on the side of a module
   */
  public byte[] png(int pixels) {
    int side = side() * pixels;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    int[] line = new int[side];
    for (int row = 0; row < side(); row++) {
      for (int column = 0; column < side(); column++) {
        int colour = isDark(column, row) ? BLACK : WHITE;
        Arrays.fill(line, column * pixels, (column + 1) * pixels, colour);
      }
      for (int y = row * pixels; y < (row + 1) * pixels; y++) {
        image.setRGB(0, y, side, 1, line, 0, side);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
