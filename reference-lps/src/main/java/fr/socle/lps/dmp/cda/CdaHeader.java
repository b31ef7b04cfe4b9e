package fr.socle.lps.dmp.cda;

import fr.socle.lps.dmp.soap.Xml;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What the header of a document that others made says.
 *
 * @param title its title
 * @param type label of its type
 * @param date when it was made, {@code yyyy-MM-dd}
 * @param author who wrote it
 * @param familyName birth name of the patient
 * @param firstName first name of the patient
 * @param birthDate {@code yyyy-MM-dd}
 * @param replaced id of the document it replaces, empty for none
 */
public record CdaHeader(
    String title,
    String type,
    String date,
    String author,
    String familyName,
    String firstName,
    String birthDate,
    String replaced) {

  /** Reads it; nothing when the document is no CDA. */
  public static Optional<CdaHeader> read(byte[] document) {
    try {
      Element root = Xml.read(document).getDocumentElement();
      if (!"ClinicalDocument".equals(root.getLocalName())) {
        return Optional.empty();
      }
      Optional<Element> patient = Xml.find(root, "recordTarget", "patientRole", "patient");
      return Optional.of(
          new CdaHeader(
              Xml.text(root, "title"),
              Xml.attribute(root, "displayName", "code"),
              day(Xml.attribute(root, "value", "effectiveTime")),
              author(root),
              patient.map(CdaHeader::family).orElse(""),
              patient
                  .flatMap(who -> Xml.below(who, "given").stream().findFirst())
                  .map(given -> given.getTextContent().strip().split(" ", 2)[0])
                  .orElse(""),
              patient.map(who -> day(Xml.attribute(who, "value", "birthTime"))).orElse(""),
              Xml.attribute(root, "root", "relatedDocument", "parentDocument", "id")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String family(Element patient) {
    return Xml.below(patient, "family").stream()
        .filter(
            name ->
                name.getAttribute("qualifier").isEmpty()
                    || name.getAttribute("qualifier").equals("BR"))
        .map(name -> name.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static String author(Element root) {
    return Xml.find(root, "author", "assignedAuthor", "assignedPerson", "name").stream()
        .flatMap(
            name ->
                Stream.concat(
                    Xml.below(name, "given").stream(), Xml.below(name, "family").stream()))
        .map(part -> part.getTextContent().strip())
        .collect(Collectors.joining(" "));
  }

  private static String day(String time) {
    return time.length() < 8
        ? time
        : time.substring(0, 4) + "-" + time.substring(4, 6) + "-" + time.substring(6, 8);
  }
}
