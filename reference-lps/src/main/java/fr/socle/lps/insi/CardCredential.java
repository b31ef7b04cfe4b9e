package fr.socle.lps.insi;

import fr.socle.lps.cartes.ProfessionalCard;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.w3c.dom.Element;

/**
 * The CPx card of a professional: each call carries an assertion that its authentication key has
 * just signed (insi.md 2.3, 10.2).
 */
public final class CardCredential implements Credential {

  private static final String SUBJECT_NAME =
      "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName";
  // insi.md 2.3 (S:18): the third byte of the value says the type
  private static final String TYPE_OF_CARD = "1.2.250.1.71.1.2.2";
  private static final List<String> TYPES = List.of("CPS", "CPF", "CDE-CPE", "CPA");
  private static final String UNREAD = "CPX";
  private static final Map<String, String> KEYWORDS =
      Map.of("2.5.4.12", "T", "2.5.4.4", "SN", "2.5.4.42", "GN", "2.5.4.5", "SERIALNUMBER");

  private static final Pattern PHYSICIAN = Pattern.compile("\\bT=\"?(?i:m[eé]decin)\\b");
  private static final Duration PARIS_IN_SUMMER = Duration.ofHours(2);

  private final ProfessionalCard card;
  private final String commonName;
  private final Billing billing;
  private final Defects defects;

  /**
   * @throws IOException when the certificate names nobody
   */
  public CardCredential(ProfessionalCard card, Billing billing, Defects defects)
      throws IOException {
    this.card = card;
    this.commonName = commonName(card.certificate());
    this.billing = billing;
    this.defects = defects;
  }

  /** Whether it is of this very card. */
  public boolean isOf(ProfessionalCard other) {
    return card.certificate().equals(other.certificate());
  }

  @Override
  public String sender() {
    return commonName;
  }

  @Override
  public List<Element> assertions(Instant now) {
    String name =
        card.certificate().getSubjectX500Principal().getName(X500Principal.RFC2253, KEYWORDS);
    Element assertion =
        new SamlAssertion(
                defects.has(Mutant.CPX_ISSUER_FAUX) ? commonName : name,
                SUBJECT_NAME,
                defects.has(Mutant.CPX_TYPE_DE_CARTE_FAUX) ? "CARTE" : type(card.certificate()),
                defects.has(Mutant.CPX_NAMEID_FAUX) ? commonName.substring(1) : commonName,
                attributes())
            .write(defects.has(Mutant.CPX_HEURE_LOCALE) ? now.plus(PARIS_IN_SUMMER) : now);
    if (defects.has(Mutant.CPX_CONDITIONS_AJOUTEES)) {
      SamlAssertion.child(assertion, "Conditions");
    }
    if (!defects.has(Mutant.CPX_ASSERTION_NON_SIGNEE)) {
      CardSignature.sign(assertion, card);
    }
    return List.of(assertion);
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (!defects.has(Mutant.CPX_SANS_FACTURATION)) {
      attributes.put("identifiantFacturation", billing.identifier());
    }
    attributes.put("secteurActivite", billing.sector());
    if (isOfAPhysician()) {
      attributes.put("codeSpecialite", billing.speciality()); // insi.md 2.3 (S:6)
    }
    return attributes;
  }

  private boolean isOfAPhysician() {
    X500Principal subject = card.certificate().getSubjectX500Principal();
    return PHYSICIAN.matcher(subject.getName(X500Principal.RFC1779, KEYWORDS)).find();
  }

  /** Type of the card, {@code CPX} when its certificate does not say it. */
  private static String type(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(TYPE_OF_CARD);
    int type = extension == null || extension.length < 5 ? -1 : extension[4];
    return type >= 0 && type < TYPES.size() ? TYPES.get(type) : UNREAD;
  }

  private static String commonName(X509Certificate certificate) throws IOException {
    String subject = certificate.getSubjectX500Principal().getName();
    try {
      for (Rdn rdn : new LdapName(subject).getRdns()) {
        if (rdn.getType().equalsIgnoreCase("CN")) {
          return rdn.getValue().toString();
        }
      }
    } catch (InvalidNameException e) {
      throw new IOException("sujet de certificat illisible : " + subject, e);
    }
    throw new IOException("le certificat de la carte ne nomme personne : " + subject);
  }
}
