package fr.socle.mss.directory.protocol.fhir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** What search parameters look at in a resource. */
final class Values {
  private Values() {}

  static List<Coding> identifiers(Collection<Identifier> identifiers) {
    return identifiers.stream()
        .map(each -> new Coding().setSystem(each.getSystem()).setCode(each.getValue()))
        .toList();
  }

  static List<Coding> identifierTypes(Collection<Identifier> identifiers) {
    return codings(identifiers.stream().map(Identifier::getType));
  }

  static List<Coding> codings(Stream<CodeableConcept> concepts) {
    return concepts.flatMap(each -> each.getCoding().stream()).toList();
  }

  /** Addresses of electronic mail: {@code mailbox-mss} looks at {@code telecom.value} (S). */
  static List<String> mailboxes(Collection<ContactPoint> points) {
    return points.stream()
        .filter(each -> each.getSystem() == ContactPointSystem.EMAIL)
        .filter(each -> each.hasExtension(Terms.MAILBOX))
        .map(ContactPoint::getValue)
        .toList();
  }

  /** Kinds of mailboxes; the system does not count (mssante.md 3.2). */
  static List<Coding> mailboxKinds(Collection<ContactPoint> points) {
    List<Coding> kinds = new ArrayList<>();
    for (ContactPoint point : points) {
      for (Extension mailbox : point.getExtensionsByUrl(Terms.MAILBOX)) {
        if (mailbox.getExtensionByUrl("type").getValue() instanceof CodeableConcept concept) {
          String code = concept.getCodingFirstRep().getCode();
          kinds.add(new Coding().setSystem(Terms.MESSAGING_TYPES).setCode(code));
          kinds.add(new Coding().setSystem(Terms.MAILBOX_TYPES).setCode(code));
        }
      }
    }
    return kinds;
  }

  /** A code of the trace of a resource. */
  static List<Coding> trace(Resource resource, String part) {
    return resource.getMeta().getExtensionsByUrl(Terms.TRACE).stream()
        .flatMap(each -> each.getExtensionsByUrl(part).stream())
        .flatMap(each -> each.getValue() instanceof CodeType code ? Stream.of(code) : Stream.of())
        .map(each -> new Coding().setCode(each.getValue()))
        .toList();
  }

  static List<String> texts(Collection<StringType> parts) {
    return parts.stream().map(PrimitiveType::getValue).toList();
  }

  static List<String> names(Collection<HumanName> names) {
    List<String> all = new ArrayList<>();
    for (HumanName name : names) {
      all.add(name.getFamily());
      all.addAll(texts(name.getGiven()));
      all.addAll(texts(name.getPrefix()));
    }
    return all;
  }
}
