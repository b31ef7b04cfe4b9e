package fr.socle.lps.papier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.Map;

/** The INS data matrix of an identity (insi.md 9). */
public final class InsDatamatrix {
  private static final String HEADER = "IS010000000000000000000000";
  private static final char GS = 29;
  private static final int LONGEST_OID = 20;
  private static final int LONGEST_NAME = 100;
  private static final String NIR = "1.2.250.1.213.1.4.8";

  private final Defects defects;

  public InsDatamatrix(Defects defects) {
    this.defects = defects;
  }

  /** The text of the symbol of somebody whose INS and traits came from INSi. */
  public String text(Ins ins, Traits traits) {
    String oid = defects.has(Mutant.INS_DATAMATRIX_AUTRE_OID) ? NIR : ins.oid();
    StringBuilder text = new StringBuilder(HEADER);
    text.append("S1").append(ins.matricule()).append(ins.key());
    text.append("S2").append(closed(oid, LONGEST_OID));
    text.append("S3").append(closed(firstNames(traits), LONGEST_NAME));
    text.append("S4").append(closed(traits.birthName(), LONGEST_NAME));
    text.append("S5").append(traits.sex().name());
    text.append("S6").append(date(traits.birthDate()));
    if (traits.birthPlace() != null) {
      text.append("S7").append(traits.birthPlace());
    }
    return text.toString();
  }

  /** The modules of a text, without quiet zone. */
  static BitMatrix modules(String text) {
    return new DataMatrixWriter()
        .encode(
            text,
            BarcodeFormat.DATA_MATRIX,
            0,
            0,
            Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE));
  }

  /** A value that is shorter than it could be is closed, another block coming after it. */
  private String closed(String value, int longest) {
    boolean open = value.length() < longest || defects.has(Mutant.INS_DATAMATRIX_SEPARATEUR);
    return open ? value + GS : value;
  }

  private String firstNames(Traits traits) {
    return defects.has(Mutant.INS_DATAMATRIX_UN_PRENOM)
        ? traits.firstNames().get(0)
        : String.join(" ", traits.firstNames());
  }

  /** {@code YYYY-MM-DD} turned into {@code DD-MM-YYYY}. */
  private String date(String iso) {
    String[] parts = iso.split("-", 3);
    return defects.has(Mutant.INS_DATAMATRIX_DATE)
        ? iso
        : parts[2] + "-" + parts[1] + "-" + parts[0];
  }
}
