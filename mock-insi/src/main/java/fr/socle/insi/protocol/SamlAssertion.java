package fr.socle.insi.protocol;

import static fr.socle.insi.protocol.Saml.saml;

import fr.socle.bench.xml.XmlElement;
import fr.socle.insi.service.Credentials.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assertion of Security. Absent parts are null, nothing is corrected.
 *
 * @param element the assertion
 * @param version attribute Version
 * @param id attribute ID
 * @param issueInstant attribute IssueInstant
 * @param issuer Issuer
 * @param issuerFormat attribute Format of Issuer
 * @param nameQualifier attribute NameQualifier of the NameID
 * @param nameId Subject/NameID
 * @param attributes attributes it states, in order
 * @param signature its signature
 */
public record SamlAssertion(
    XmlElement element,
    @Nullable String version,
    @Nullable String id,
    @Nullable String issueInstant,
    @Nullable String issuer,
    @Nullable String issuerFormat,
    @Nullable String nameQualifier,
    @Nullable String nameId,
    List<Stated> attributes,
    @Nullable AssertionSignature signature) {

  /** Copies the list. */
  public SamlAssertion {
    attributes = List.copyOf(attributes);
  }

  /**
   * One attribute of the statement.
   *
   * @param name its name
   * @param value its first value
   */
  public record Stated(String name, String value) {}

  static SamlAssertion read(XmlElement element) {
    Optional<XmlElement> issuer = element.child(saml("Issuer"));
    Optional<XmlElement> name = element.descend(saml("Subject"), saml("NameID"));
    return new SamlAssertion(
        element,
        element.attribute("Version").orElse(null),
        element.attribute("ID").orElse(null),
        element.attribute("IssueInstant").orElse(null),
        issuer.map(XmlElement::text).orElse(null),
        issuer.flatMap(each -> each.attribute("Format")).orElse(null),
        name.flatMap(each -> each.attribute("NameQualifier")).orElse(null),
        name.map(XmlElement::text).orElse(null),
        element.children(saml("AttributeStatement")).stream()
            .flatMap(statement -> statement.children(saml("Attribute")).stream())
            .map(
                each ->
                    new Stated(
                        each.attribute("Name").orElse(""),
                        each.textOf(saml("AttributeValue")).orElse("")))
            .toList(),
        element
            .child(Saml.SIGNATURE)
            .map(signature -> AssertionSignature.read(element, signature))
            .orElse(null));
  }

  /** Whose it is, as its NameQualifier says. */
  public Kind kind() {
    return "VITALE".equals(nameQualifier)
        ? Kind.VITALE
        : "PSC".equals(nameQualifier) ? Kind.PSC : Kind.CARD;
  }

  /** When it says it was made, if readably. */
  public Optional<Instant> issued() {
    try {
      return Optional.ofNullable(issueInstant).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Value of an attribute; insi.md 2.3 (A): the case of its name does not matter. */
  public Optional<String> attribute(String name) {
    return attributes.stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .map(Stated::value)
        .findFirst();
  }
}
