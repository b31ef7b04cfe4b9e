package fr.socle.documents.datamatrix;

import fr.socle.documents.pdf.InflatedSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A printed document, as a PDF or as a picture: its text and its symbols, page by page.
 *
 * @param pages the first pages, in order
 * @param pageCount how many pages the document has
 * @param picture whether it is a picture
 */
public record PrintedDocument(List<Page> pages, int pageCount, boolean picture) {
  /** Pages looked at: the identity stands on the first (insi.md 5.8), the others are a courtesy. */
  public static final int MOST_PAGES = 5;

  /** Points of a picture, alone or within a PDF. */
  static final long MOST_PICTURE = 12_000_000;

  private static final long MOST_PIXELS = 20_000_000;
  private static final long MOST_INFLATED = 48L * 1024 * 1024;
  private static final int POINTS_PER_INCH = 72;
  // What printers do, then finer for small symbols.
  private static final List<Integer> DOTS_PER_INCH = List.of(300, 450);
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

  /** Copies the list. */
  public PrintedDocument {
    pages = List.copyOf(pages);
  }

  /**
   * One page.
   *
   * @param number from 1
   * @param lines its text, without empty lines; none for a picture
   * @param symbols every Data Matrix of the page
   * @param doubtful whether something looks like a symbol that would not be read
   */
  public record Page(int number, List<String> lines, List<FoundSymbol> symbols, boolean doubtful) {
    /** Copies the lists. */
    public Page {
      lines = List.copyOf(lines);
      symbols = List.copyOf(symbols);
    }
  }

  /** The text of the pages, line by line. */
  public List<String> lines() {
    return pages.stream().flatMap(page -> page.lines().stream()).toList();
  }

  /**
   * Why a data matrix of an INS may be there though none was read, one French sentence that says
   * what to do; empty when one was read, or when none can be there.
   */
  public Optional<String> doubt() {
    if (pages.stream().flatMap(page -> page.symbols().stream()).anyMatch(PrintedDocument::isIns)) {
      return Optional.empty();
    }
    if (picture || lines().isEmpty()) {
      return Optional.of(
          "La page est une image : que le banc n'y lise aucun datamatrix INS ne prouve pas qu'elle"
              + " n'en porte pas ; rendez la page en PDF, telle qu'elle part à l'imprimante.");
    }
    if (pages.stream().anyMatch(Page::doubtful)) {
      return Optional.of(
          "Un dessin de la page ressemble à un datamatrix, et le banc ne sait pas le lire :"
              + " imprimez-le en noir sur blanc, d'un demi-millimètre par module, dans une marge"
              + " blanche d'un module au moins, ou retirez le dessin s'il n'en est pas un.");
    }
    if (pageCount > pages.size()) {
      return Optional.of(
          "Le banc ne regarde que les "
              + MOST_PAGES
              + " premières pages, et n'y lit aucun datamatrix INS : imprimez un document plus"
              + " court.");
    }
    return Optional.empty();
  }

  /**
   * Reads a document, in the time that takes; {@link PrintReader} sets bounds to it.
   *
   * @param content a PDF, or a picture the Java machine reads (PNG, JPEG, GIF, BMP)
   * @throws UnreadableDocumentException if it is none of these, damaged, or too large
   */
  public static PrintedDocument read(byte[] content) throws UnreadableDocumentException {
    return startsAsPdf(content) ? ofPdf(content) : ofPicture(content);
  }

  private static boolean startsAsPdf(byte[] content) {
    for (int i = 0; i < PDF.length; i++) {
      if (i >= content.length || content[i] != PDF[i]) {
        return false;
      }
    }
    return true;
  }

  private static PrintedDocument ofPicture(byte[] content) throws UnreadableDocumentException {
    BufferedImage picture = picture(content);
    SymbolFinder.Found found = SymbolFinder.find(picture);
    Page page = new Page(1, List.of(), found.symbols(), found.doubtful());
    return new PrintedDocument(List.of(page), 1, true);
  }

  private static BufferedImage picture(byte[] content) throws UnreadableDocumentException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new UnreadableDocumentException(
            "Le document n'est ni un PDF ni une image lisible : imprimez en PDF ou en PNG.");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        requireModest((long) reader.getWidth(0) * reader.getHeight(0));
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // A damaged picture makes readers throw both.
      throw new UnreadableDocumentException(
          "L'image est abîmée (" + e.getMessage() + ") : imprimez-la de nouveau.", e);
    }
  }

  private static PrintedDocument ofPdf(byte[] content) throws UnreadableDocumentException {
    if (!InflatedSize.ofPdfIsWithin(content, MOST_INFLATED)) {
      throw new UnreadableDocumentException(
          "Le PDF est trop grand une fois décompressé : imprimez la page seule, sans image.");
    }
    try (PDDocument pdf = Loader.loadPDF(content)) {
      requireModestImages(pdf);
      List<Page> pages = new ArrayList<>();
      for (int i = 0; i < Math.min(MOST_PAGES, pdf.getNumberOfPages()); i++) {
        SymbolFinder.Found found = symbols(pdf, i);
        pages.add(new Page(i + 1, lines(pdf, i), found.symbols(), found.doubtful()));
      }
      return new PrintedDocument(pages, pdf.getNumberOfPages(), false);
    } catch (IOException | RuntimeException e) { // What the library throws on a hostile page.
      throw damaged(e);
    }
  }

  private static void requireModestImages(PDDocument pdf) throws UnreadableDocumentException {
    COSDocument objects = pdf.getDocument();
    for (COSObjectKey key : List.copyOf(objects.getXrefTable().keySet())) {
      if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream
          && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
        long width = stream.getInt(COSName.WIDTH, COSName.W, 0);
        long height = stream.getInt(COSName.HEIGHT, COSName.H, 0);
        requireModest(width * height);
      }
    }
  }

  private static UnreadableDocumentException damaged(Exception e) {
    return new UnreadableDocumentException(
        "Le PDF ne se lit pas ("
            + e.getMessage()
            + ") : imprimez-le de nouveau, sans mot de passe.",
        e);
  }

  private static List<String> lines(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = WatchedDrawing.stripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    return stripper.getText(pdf).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  private static SymbolFinder.Found symbols(PDDocument pdf, int page) throws IOException {
    PDRectangle box = pdf.getPage(page).getCropBox();
    double widest = Math.sqrt(MOST_PIXELS / Math.max(1.0, box.getWidth() * box.getHeight()));
    SymbolFinder.Found found = new SymbolFinder.Found(List.of(), false);
    for (int dots : DOTS_PER_INCH) {
      double wanted = (double) dots / POINTS_PER_INCH;
      found = SymbolFinder.find(drawn(pdf, page, (float) Math.min(wanted, widest)));
      if (found.hasIns()) {
        return found;
      }
    }
    // Too large a page is drawn too small for its symbols.
    boolean coarse = widest < (double) DOTS_PER_INCH.get(0) / POINTS_PER_INCH;
    return new SymbolFinder.Found(found.symbols(), found.doubtful() || coarse);
  }

  private static BufferedImage drawn(PDDocument pdf, int page, float scale) throws IOException {
    return WatchedDrawing.renderer(pdf).renderImage(page, scale, ImageType.GRAY);
  }

  private static boolean isIns(FoundSymbol symbol) {
    return DatamatrixReading.isInsDatamatrix(symbol.text());
  }

  private static void requireModest(long pixels) throws UnreadableDocumentException {
    if (pixels > MOST_PICTURE) {
      throw new UnreadableDocumentException(
          "L'image a plus de 12 millions de points : imprimez la page à 300 points par pouce.");
    }
  }
}
