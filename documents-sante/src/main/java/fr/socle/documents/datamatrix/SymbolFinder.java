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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds every Data Matrix of a picture. The reader of the library looks for one symbol, in the
 * middle; so symbols are first located: two sides of each are solid, so that they make one group of
 * dark pixels as large as the symbol.
 */
public final class SymbolFinder {
  /** Ten modules of two pixels. */
  private static final int SHORTEST = 20;

  private static final int MOST_GROUPS = 400;

  /** Pixels given to the reader of the library for one way of looking at the picture. */
  private static final long MOST_PIXELS = 24_000_000;

  private static final int DARK = 128;
  private static final int FAINT = 208;

  /** Three centimetres at 300 dots per inch. */
  private static final int LONGEST_LINE = 354;

  private static final List<Map<DecodeHintType, Object>> WAYS =
      List.of(Map.of(DecodeHintType.TRY_HARDER, true), Map.of(DecodeHintType.PURE_BARCODE, true));

  private SymbolFinder() {}

  /**
   * What was found in a picture.
   *
   * @param symbols every Data Matrix, the smallest first; one that is printed many times is told
   *     once
   * @param doubtful whether something looks like the symbol of an INS and would not be read; never
   *     when one was read
   */
  public record Found(List<FoundSymbol> symbols, boolean doubtful) {
    /** Copies the list. */
    public Found {
      symbols = List.copyOf(symbols);
    }

    /** Whether one of them is meant for an INS. */
    boolean hasIns() {
      return symbols.stream().anyMatch(each -> DatamatrixReading.isInsDatamatrix(each.text()));
    }
  }

  /**
   * A symbol and where it is.
   *
   * @param box the box around it
   * @param symbol what it says
   */
  private record Located(Rectangle box, FoundSymbol symbol) {}

  /** The symbols of a picture. A print that is faint, inverse or framed is looked at anew. */
  public static Found find(BufferedImage picture) {
    LuminanceSource light = Darkness.lightness(picture);
    Darkness plain = Darkness.below(DARK, light);
    Found found = find(plain, false);
    if (!found.hasIns()) {
      // What was taken away is still there, and may crowd the symbol.
      found = both(found, find(plain.withoutLines(LONGEST_LINE), plain, true));
    }
    List<Supplier<Darkness>> others =
        List.of(() -> Darkness.below(FAINT, light), () -> Darkness.amongNeighbours(light));
    for (Supplier<Darkness> other : others) {
      if (!found.hasIns()) {
        found = both(found, find(other.get(), true));
      }
    }
    if (!found.hasIns()) {
      // The paper around lines of text looks like a symbol then: no doubt comes from there.
      found = both(found, new Found(find(plain.inverse(), true).symbols(), false));
    }
    return new Found(found.symbols(), found.doubtful() && !found.hasIns());
  }

  private static Found find(Darkness darkness, boolean brokenOnly) {
    return find(darkness, darkness, brokenOnly);
  }

  private static Found find(Darkness darkness, Darkness around, boolean brokenOnly) {
    List<Located> found = new ArrayList<>();
    boolean doubtful = false;
    long left = MOST_PIXELS;
    List<Group> groups =
        darkness.groups(SHORTEST).stream()
            .filter(group -> group.hasShapeOfSymbol() && (!brokenOnly || group.isBroken()))
            // What holds half the page without filling it is its frame.
            .filter(group -> group.isDense() || 2 * group.area() < darkness.area())
            .sorted(Comparator.comparingLong((Group group) -> -group.area()))
            .limit(MOST_GROUPS)
            .collect(Collectors.toCollection(ArrayList::new));
    // From the inside out: a frame around a symbol holds it too, and is not the symbol.
    Collections.reverse(groups);
    for (Group group : groups) {
      Optional<String> text = Optional.empty();
      if (group.area() <= left && !Thread.currentThread().isInterrupted()) {
        left -= group.area();
        text = text(darkness.cut(group.box(), SHORTEST));
      }
      text.filter(read -> found.stream().noneMatch(each -> isInside(each, group.box(), read)))
          .map(
              read ->
                  new FoundSymbol(read, group.isSquare(), QuietZone.around(around, group.box())))
          .ifPresent(symbol -> found.add(new Located(group.box(), symbol)));
      doubtful |= text.isEmpty() && group.looksLikeIns();
    }
    return new Found(found.stream().map(Located::symbol).distinct().toList(), doubtful);
  }

  private static boolean isInside(Located located, Rectangle box, String text) {
    return located.symbol().text().equals(text) && box.contains(located.box());
  }

  private static Found both(Found one, Found other) {
    Set<FoundSymbol> symbols = new LinkedHashSet<>(one.symbols());
    symbols.addAll(other.symbols());
    return new Found(List.copyOf(symbols), one.doubtful() || other.doubtful());
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
