package fr.socle.bench.pki;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * The subject of a certificate, read by its values: forms of writing differ from one to another.
 */
public final class SubjectName {
  private static final String TYPE_OF_CARD = "1.2.250.1.71.1.2.2";
  private static final int LENGTH_BYTES = 0x7F;
  private static final int BMP_STRING = 0x1E;
  private static final int ASCII = 0x7F;
  private static final List<String> CARDS = List.of("CPS", "CPF", "CPE", "CPA");
  private static final Map<String, String> KEYWORDS =
      Map.of(
          "2.5.4.12", "T",
          "2.5.4.4", "SN",
          "2.5.4.42", "GN",
          "2.5.4.5", "SERIALNUMBER");

  private final X509Certificate certificate;
  private final X500Principal name;

  private SubjectName(X509Certificate certificate, X500Principal name) {
    this.certificate = certificate;
    this.name = name;
  }

  /** The subject of a certificate. */
  public static SubjectName of(X509Certificate certificate) {
    return new SubjectName(certificate, certificate.getSubjectX500Principal());
  }

  /** The subject of the authority that issued a certificate. */
  public static SubjectName ofIssuer(X509Certificate certificate) {
    return new SubjectName(certificate, certificate.getIssuerX500Principal());
  }

  /** The subject as people write it, RFC 2253. */
  public String text() {
    return name.getName(X500Principal.RFC2253, KEYWORDS);
  }

  /** CN of the subject. */
  public Optional<String> commonName() {
    return values("CN").stream().findFirst();
  }

  /**
   * Values of one type, such as {@code OU}, also those of multi-valued names; none when the subject
   * is one that cannot be read.
   */
  public List<String> values(String type) {
    List<String> values = new ArrayList<>();
    try {
      for (Rdn part : new LdapName(text()).getRdns()) {
        Attribute attribute = part.toAttributes().get(type);
        if (attribute != null) {
          Collections.list(attribute.getAll()).forEach(value -> values.add(text(value)));
        }
      }
    } catch (NamingException | IllegalArgumentException e) {
      return List.of();
    }
    return values;
  }

  /**
   * Whether a text names this subject: the same values, however they are ordered, grouped, labelled
   * and escaped; dotted OIDs and multi-valued names were seen.
   */
  public boolean isNamedBy(String text) {
    try {
      return everyValue(text()).equals(everyValue(text));
    } catch (NamingException | IllegalArgumentException e) {
      // The JDK refuses some escapes in one way, some in the other.
      return false;
    }
  }

  /**
   * Likewise, a {@code ?} standing for any one character that is not ASCII: some software loses
   * accents on the way.
   */
  public boolean isNamedWithoutAccentsBy(String text) {
    try {
      List<String> written = everyValue(text);
      for (String value : everyValue(text())) {
        boolean found = written.remove(value) || removeMarked(written, value);
        if (!found) {
          return false;
        }
      }
      return written.isEmpty();
    } catch (NamingException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean removeMarked(List<String> written, String value) {
    for (int i = 0; i < written.size(); i++) {
      if (isMarked(written.get(i), value)) {
        written.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean isMarked(String text, String value) {
    if (text.length() != value.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean lost = text.charAt(i) == '?' && value.charAt(i) > ASCII;
      if (!lost && text.charAt(i) != value.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** CPS, CPF, CPE or CPA; empty when the certificate is not that of a card. */
  public Optional<String> cardType() {
    byte[] extension = certificate.getExtensionValue(TYPE_OF_CARD);
    // An OCTET STRING (two bytes) around an INTEGER, whose third byte is the type.
    if (extension == null || extension.length < 5) {
      return Optional.empty();
    }
    int type = extension[4];
    return type >= 0 && type < CARDS.size() ? Optional.of(CARDS.get(type)) : Optional.empty();
  }

  /** An attribute without a known name comes as its DER bytes: type, length, then the text. */
  private static String text(Object value) {
    if (!(value instanceof byte[] der) || der.length < 2) {
      return String.valueOf(value);
    }
    // X.690, 8.1.3: from 128 on, the length is preceded by the number of its bytes.
    int start = 2 + (der[1] < 0 ? der[1] & LENGTH_BYTES : 0);
    return start > der.length
        ? ""
        : new String(
            der,
            start,
            der.length - start,
            der[0] == BMP_STRING ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
  }

  private static List<String> everyValue(String text) throws NamingException {
    List<String> values = new ArrayList<>();
    for (Rdn part : new LdapName(text).getRdns()) {
      for (Attribute attribute : Collections.list(part.toAttributes().getAll())) {
        Collections.list(attribute.getAll())
            .forEach(value -> values.add(text(value).strip().toUpperCase(Locale.ROOT)));
      }
    }
    Collections.sort(values);
    return values;
  }
}
