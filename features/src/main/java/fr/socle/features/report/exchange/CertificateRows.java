package fr.socle.features.report.exchange;

import fr.socle.features.report.exchange.Table.Row;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** A certificate, or only its subject, as rows. */
final class CertificateRows {
  private static final Map<String, String> GLOSSES =
      Map.of(
          "CN", "nom commun",
          "OU", "unité",
          "O", "organisation",
          "ST", "département",
          "L", "ville",
          "C", "pays",
          "T", "qualité",
          "SURNAME", "nom",
          "GIVENNAME", "prénom");

  /** What the paths of the parts of a subject begin with. */
  static final String PATH = "certificat/";

  private CertificateRows() {}

  /** Rows of a distinguished name (RFC 2253), its most general part first. */
  static List<Row> ofSubject(String subject) {
    List<Row> rows = new ArrayList<>();
    try {
      for (Rdn rdn : new LdapName(subject).getRdns()) {
        Collections.list(rdn.toAttributes().getAll()).stream()
            .map(attribute -> attribute.getID())
            .forEach(type -> rows.add(new Row(0, named(type), valueOf(rdn, type), PATH + type)));
      }
    } catch (InvalidNameException unreadable) {
      return List.of(Row.of("sujet", subject));
    }
    return List.copyOf(rows);
  }

  /** Rows of a certificate in base64 DER, none when it is not one. */
  static List<Row> ofBase64(String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return List.of(
          Row.of("sujet", certificate.getSubjectX500Principal().getName()),
          Row.of("émetteur", certificate.getIssuerX500Principal().getName()),
          Row.of("numéro de série", certificate.getSerialNumber().toString(16)),
          Row.of("valide du", certificate.getNotBefore().toInstant().toString()),
          Row.of("valide jusqu'au", certificate.getNotAfter().toInstant().toString()));
    } catch (CertificateException | IllegalArgumentException notACertificate) {
      return List.of();
    }
  }

  private static String named(String type) {
    String gloss = GLOSSES.get(type.toUpperCase(Locale.ROOT));
    return gloss == null ? type : type + " (" + gloss + ")";
  }

  private static String valueOf(Rdn rdn, String type) {
    try {
      Object value = rdn.toAttributes().get(type).get();
      return value == null ? "" : value.toString();
    } catch (NamingException absent) {
      return "";
    }
  }
}
