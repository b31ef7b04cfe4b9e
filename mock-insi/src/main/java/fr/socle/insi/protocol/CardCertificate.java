package fr.socle.insi.protocol;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** What the certificate of a professional's card says: insi.md 2.3 (S:2, S:4, S:18). */
public final class CardCertificate {
  /** Types of card, by the third byte of the extension. */
  public static final List<String> TYPES = List.of("CPS", "CPF", "CDE-CPE", "CPA");

  /** The type to write when the extension cannot be read. */
  public static final String UNREAD = "CPX";

  private static final String TYPE_OF_CARD = "1.2.250.1.71.1.2.2";
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "2.5.4.12", "T",
          "2.5.4.4", "SN",
          "2.5.4.42", "GN",
          "2.5.4.5", "SERIALNUMBER");

  private CardCertificate() {}

  /** Its subject as people write it. */
  public static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, KEYWORDS);
  }

  /** CN of its subject. */
  public static @Nullable String commonName(X509Certificate certificate) {
    return OrganisationCertificate.of(certificate).commonName();
  }

  /**
   * Whether a text names its subject: the same values, however they are ordered, grouped and
   * labelled, as dotted OIDs and labels such as {@code SN2} were seen.
   */
  public static boolean names(X509Certificate certificate, String text) {
    try {
      return values(subject(certificate)).equals(values(text));
    } catch (NamingException | IllegalArgumentException e) {
      // The JDK refuses some escapes in one way, some in the other.
      return false;
    }
  }

  /** Whether its title says a physician; the accent is of the wording, not of the rule. */
  public static boolean isOfAPhysician(X509Certificate certificate) {
    try {
      for (Rdn part : new LdapName(subject(certificate)).getRdns()) {
        Attribute title = part.toAttributes().get("T");
        if (title != null
            && text(title.get()).strip().toUpperCase(Locale.ROOT).matches("M[EÉ]DECIN\\b.*")) {
          return true;
        }
      }
      return false;
    } catch (NamingException e) {
      return false;
    }
  }

  /** Type of card; null when the extension is absent or says another number. */
  public static @Nullable String type(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(TYPE_OF_CARD);
    // An OCTET STRING (two bytes) around an INTEGER, whose third byte is the type.
    if (extension == null || extension.length < 5) {
      return null;
    }
    int type = extension[4];
    return type >= 0 && type < TYPES.size() ? TYPES.get(type) : null;
  }

  /** An attribute without a known name comes as its DER bytes: type, length, then the text. */
  private static String text(Object value) {
    return value instanceof byte[] der && der.length > 2
        ? new String(der, 2, der.length - 2, StandardCharsets.UTF_8)
        : String.valueOf(value);
  }

  private static List<String> values(String name) throws NamingException {
    List<String> values = new ArrayList<>();
    for (Rdn part : new LdapName(name).getRdns()) {
      for (Attribute attribute : Collections.list(part.toAttributes().getAll())) {
        Collections.list(attribute.getAll())
            .forEach(value -> values.add(text(value).strip().toUpperCase(Locale.ROOT)));
      }
    }
    Collections.sort(values);
    return values;
  }
}
