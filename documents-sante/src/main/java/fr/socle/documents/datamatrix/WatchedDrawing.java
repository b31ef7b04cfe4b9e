package fr.socle.documents.datamatrix;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.text.PDFTextStripper;

/** The engines of the library, made to stop when they are asked to and at too large pictures. */
final class WatchedDrawing {
  private WatchedDrawing() {}

  /** Draws pages. */
  static PDFRenderer renderer(PDDocument pdf) {
    return new PDFRenderer(pdf) {
      @Override
      protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
      }
    };
  }

  /** Extracts text. */
  static PDFTextStripper stripper() throws IOException {
    return new Stripper();
  }

  private static void watch(Operator operator) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new IOException("lecture interrompue");
    }
    var image = operator.getImageParameters();
    if (image != null) {
      long width = image.getInt(COSName.W, COSName.WIDTH, 0);
      long height = image.getInt(COSName.H, COSName.HEIGHT, 0);
      if (width * height > PrintedDocument.MOST_PICTURE) {
        throw new IOException("image incluse trop grande");
      }
    }
  }

  private static final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      watch(operator);
      super.processOperator(operator, operands);
    }
  }

  private static final class Stripper extends PDFTextStripper {
    Stripper() throws IOException {}

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      watch(operator);
      super.processOperator(operator, operands);
    }
  }
}
