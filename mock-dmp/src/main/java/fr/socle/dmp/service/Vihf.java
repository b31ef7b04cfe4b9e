package fr.socle.dmp.service;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The VIHF of a call, as it was written: dmp.md 2. Absent parts are null, nothing is corrected.
 *
 * @param id attribute ID
 * @param samlVersion attribute Version
 * @param issueInstant attribute IssueInstant
 * @param issuer Issuer
 * @param issuerFormat attribute Format of Issuer
 * @param nameId Subject/NameID
 * @param notBefore Conditions/@NotBefore
 * @param notOnOrAfter Conditions/@NotOnOrAfter
 * @param audience whether AudienceRestriction is there
 * @param authnInstant AuthnStatement/@AuthnInstant
 * @param classRef AuthnContextClassRef
 * @param declaration AuthnContextDecl
 * @param attributes attributes, in order
 * @param signature its signature; null when it is unsigned
 */
public record Vihf(
    @Nullable String id,
    @Nullable String samlVersion,
    @Nullable String issueInstant,
    @Nullable String issuer,
    @Nullable String issuerFormat,
    @Nullable String nameId,
    @Nullable String notBefore,
    @Nullable String notOnOrAfter,
    boolean audience,
    @Nullable String authnInstant,
    @Nullable String classRef,
    @Nullable String declaration,
    List<Stated> attributes,
    @Nullable Signature signature) {

  /** Authentication by card. */
  public static final String SMARTCARD = "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI";

  /** Copies the list. */
  public Vihf {
    attributes = List.copyOf(attributes);
  }

  /**
   * One attribute.
   *
   * @param name attribute Name
   * @param texts text of each value, in order
   * @param codes coded value in each value that holds one, in order
   */
  public record Stated(String name, List<String> texts, List<CodedValue> codes) {
    /** Copies the lists. */
    public Stated {
      texts = List.copyOf(texts);
      codes = List.copyOf(codes);
    }
  }

  /**
   * The signature.
   *
   * @param certificate certificate whose key made it, else the first shown
   * @param method algorithm of SignatureMethod
   * @param digest algorithm of DigestMethod
   * @param afterIssuer whether it follows Issuer directly
   * @param defect why it does not hold, French; null when it does
   */
  public record Signature(
      @Nullable X509Certificate certificate,
      @Nullable String method,
      @Nullable String digest,
      boolean afterIssuer,
      @Nullable String defect) {}

  /** An attribute; dmp.md 2.2 (A): the case of its name does not matter. */
  public Optional<Stated> stated(VihfAttribute attribute) {
    return attributes.stream().filter(each -> attribute.isNamed(each.name())).findFirst();
  }

  /** Whether an attribute is absent or says nothing. */
  public boolean lacks(VihfAttribute attribute) {
    return stated(attribute)
        .map(each -> each.codes().isEmpty() && each.texts().stream().allMatch(String::isBlank))
        .orElse(true);
  }

  /** First text of an attribute. */
  public Optional<String> text(VihfAttribute attribute) {
    return stated(attribute).flatMap(each -> each.texts().stream().findFirst());
  }

  /** The mode written, when it is one there is. */
  public Optional<AuthenticationMode> writtenMode() {
    return text(VihfAttribute.MODE).flatMap(AuthenticationMode::of);
  }

  /**
   * The mode; dmp.md 2.2 (A): unwritten, a card makes it direct, anything else indirect.
   *
   * @param byCard whether the connection is that of a card
   */
  public AuthenticationMode mode(boolean byCard) {
    return writtenMode()
        .orElseGet(
            () ->
                byCard || (SMARTCARD.equals(classRef) && signature == null)
                    ? AuthenticationMode.DIRECTE
                    : AuthenticationMode.INDIRECTE);
  }

  /** The roles, profession first, whether they are in one Attribute or in one each. */
  public List<CodedValue> roles() {
    return attributes.stream()
        .filter(each -> VihfAttribute.ROLE.isNamed(each.name()))
        .flatMap(each -> each.codes().stream())
        .toList();
  }

  /** The patient of resource-id, when it can be read. */
  public Optional<PatientId> patient() {
    return text(VihfAttribute.RESOURCE_ID).flatMap(PatientId::read);
  }

  /** Code of purposeofuse. */
  public Optional<CodedValue> purposeCode() {
    return stated(VihfAttribute.PURPOSE).flatMap(each -> each.codes().stream().findFirst());
  }

  /** The purpose, when it is one there is. */
  public Optional<Purpose> purpose() {
    return purposeCode().map(CodedValue::code).flatMap(Purpose::of);
  }

  /** Whether it is of the secret connection of a minor: dmp.md 2.2. */
  public boolean secret() {
    return stated(VihfAttribute.CONFIDENTIALITY)
        .map(
            each ->
                each.codes().stream()
                        .anyMatch(code -> code.code().equals("INVISIBLE_REPRESENTANTS_LEGAUX"))
                    || each.texts().contains("INVISIBLE_REPRESENTANTS_LEGAUX"))
        .orElse(false);
  }

  /** When it says it was made, if readably. */
  public Optional<Instant> issued() {
    return instant(issueInstant);
  }

  /** A date and hour as SAML writes it. */
  public static Optional<Instant> instant(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(each -> OffsetDateTime.parse(each.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
