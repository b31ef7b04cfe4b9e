package fr.socle.documents.datamatrix;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixReader;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds every Data Matrix of a picture. The reader of the library looks for one symbol, in the
 * middle; so symbols are first located: two sides of each are solid, so that they make one group of
 * dark pixels as large as the symbol.
 */
public final class SymbolFinder {
  /** Ten modules of two pixels. */
  private static final int SHORTEST = 20;

  /** Rectangular symbols are at most four times as long as they are high. */
  private static final double LONGEST = 4.5;

  private static final double SQUARE = 1.2;
  private static final int MOST_GROUPS = 400;
  private static final List<Map<DecodeHintType, Object>> WAYS =
      List.of(Map.of(DecodeHintType.TRY_HARDER, true), Map.of(DecodeHintType.PURE_BARCODE, true));

  private SymbolFinder() {}

  /**
   * A symbol and where it is.
   *
   * @param box the box around it
   * @param symbol what it says
   */
  private record Located(Rectangle box, FoundSymbol symbol) {}

  /** The symbols of a picture, the smallest first; one that is printed many times is told once. */
  public static List<FoundSymbol> find(BufferedImage picture) {
    Darkness darkness = Darkness.of(picture);
    List<Rectangle> boxes =
        darkness.groups(SHORTEST).stream()
            .filter(box -> stretch(box) <= LONGEST)
            .sorted(Comparator.comparingInt((Rectangle box) -> -box.width * box.height))
            .limit(MOST_GROUPS)
            .collect(Collectors.toCollection(ArrayList::new));
    // From the inside out: a frame around a symbol holds it too, and is not the symbol.
    Collections.reverse(boxes);
    List<Located> found = new ArrayList<>();
    for (Rectangle box : boxes) {
      text(darkness.cut(box, SHORTEST))
          .filter(text -> found.stream().noneMatch(each -> isInside(each, box, text)))
          .map(
              text ->
                  new FoundSymbol(text, stretch(box) <= SQUARE, QuietZone.around(darkness, box)))
          .ifPresent(symbol -> found.add(new Located(box, symbol)));
    }
    return found.stream().map(Located::symbol).distinct().toList();
  }

  private static boolean isInside(Located located, Rectangle box, String text) {
    return located.symbol().text().equals(text) && box.contains(located.box());
  }

  private static double stretch(Rectangle box) {
    return (double) Math.max(box.width, box.height) / Math.min(box.width, box.height);
  }

  private static Optional<String> text(BitMatrix symbol) {
    BinaryBitmap bitmap = new BinaryBitmap(new Binarized(symbol));
    return WAYS.stream().map(way -> text(bitmap, way)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> text(BinaryBitmap bitmap, Map<DecodeHintType, Object> way) {
    try {
      return Optional.of(new DataMatrixReader().decode(bitmap, way).getText());
    } catch (ReaderException e) {
      return Optional.empty(); // Not a symbol, seen this way.
    }
  }

  /** Pixels that are already dark or light. */
  private static final class Binarized extends Binarizer {
    private final BitMatrix dark;

    Binarized(BitMatrix dark) {
      super(new Pixels(dark));
      this.dark = dark;
    }

    @Override
    public BitArray getBlackRow(int y, BitArray row) {
      return dark.getRow(y, row);
    }

    @Override
    public BitMatrix getBlackMatrix() {
      return dark;
    }

    @Override
    public Binarizer createBinarizer(LuminanceSource source) {
      throw new UnsupportedOperationException("already binarized");
    }
  }

  /** The same pixels as luminances: the library asks their size of them. */
  private static final class Pixels extends LuminanceSource {
    private final BitMatrix dark;

    Pixels(BitMatrix dark) {
      super(dark.getWidth(), dark.getHeight());
      this.dark = dark;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
      byte[] line = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
      for (int x = 0; x < getWidth(); x++) {
        line[x] = (byte) (dark.get(x, y) ? 0 : 0xff);
      }
      return line;
    }

    @Override
    public byte[] getMatrix() {
      byte[] all = new byte[getWidth() * getHeight()];
      for (int y = 0; y < getHeight(); y++) {
        System.arraycopy(getRow(y, new byte[getWidth()]), 0, all, y * getWidth(), getWidth());
      }
      return all;
    }
  }
}
