package fr.socle.insi.protocol;

import fr.socle.bench.pki.SubjectName;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the certificate of a professional's card says: insi.md 2.3 (S:2, S:4, S:18). */
public final class CardCertificate {
  private static final String EMPLOYEE = "CDE-CPE";

  /** Types of card, by the third byte of the extension. */
  public static final List<String> TYPES = List.of("CPS", "CPF", EMPLOYEE, "CPA");

  /** The type to write when the extension cannot be read. */
  public static final String UNREAD = "CPX";

  private CardCertificate() {}

  /** Its subject as people write it. */
  public static String subject(X509Certificate certificate) {
    return SubjectName.of(certificate).text();
  }

  /** CN of its subject. */
  public static @Nullable String commonName(X509Certificate certificate) {
    return SubjectName.of(certificate).commonName().orElse(null);
  }

  /**
   * Whether a text names its subject: the same values, however they are ordered, grouped and
   * labelled, as dotted OIDs and labels such as {@code SN2} were seen.
   */
  public static boolean names(X509Certificate certificate, String text) {
    return SubjectName.of(certificate).isNamedBy(text);
  }

  /** Whether its title says a physician; the accent is of the wording, not of the rule. */
  public static boolean isOfAPhysician(X509Certificate certificate) {
    return SubjectName.of(certificate).values("T").stream()
        .anyMatch(title -> title.strip().toUpperCase(Locale.ROOT).matches("M[EÉ]DECIN\\b.*"));
  }

  /** Type of card; null when the extension is absent or says another number. */
  public static @Nullable String type(X509Certificate certificate) {
    return SubjectName.of(certificate)
        .cardType()
        .map(type -> type.equals("CPE") ? EMPLOYEE : type)
        .orElse(null);
  }
}
