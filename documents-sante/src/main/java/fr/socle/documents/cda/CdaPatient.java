package fr.socle.documents.cda;

import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.ins.InsKind;
import java.util.List;
import java.util.Optional;

/**
 * The patient of a header, as far as what accompanies a document speaks of her.
 *
 * @param ins number and authority of her INS; nothing without one
 * @param families family names, that of birth first
 * @param givens given names, the first of birth first; each as written
 * @param birthDate as written
 * @param sex code, as written
 * @param hasBirthNames whether a family name and a given name are said to be of birth
 */
public record CdaPatient(
    Optional<InstanceId> ins,
    List<String> families,
    List<String> givens,
    String birthDate,
    String sex,
    boolean hasBirthNames) {

  /** Copies the lists. */
  public CdaPatient {
    families = List.copyOf(families);
    givens = List.copyOf(givens);
  }

  /** The patient of a document. */
  public static CdaPatient of(CdaDocument document) {
    String patient = "recordTarget/patientRole/patient/";
    List<XmlElement> families = Cda.all(document.root(), patient + "name/family");
    List<XmlElement> givens = Cda.all(document.root(), patient + "name/given");
    return new CdaPatient(
        document.patientIds().stream()
            .filter(id -> InsKind.ofOid(id.root()).isPresent() && !id.extension().isBlank())
            .findFirst(),
        birthFirst(families),
        birthFirst(givens),
        Cda.attribute(document.root(), patient + "birthTime", "value"),
        Cda.attribute(document.root(), patient + "administrativeGenderCode", "code"),
        families.stream().anyMatch(CdaPatient::isOfBirth)
            && givens.stream().anyMatch(CdaPatient::isOfBirth));
  }

  private static List<String> birthFirst(List<XmlElement> names) {
    return names.stream()
        .sorted((one, other) -> Boolean.compare(isOfBirth(other), isOfBirth(one)))
        .map(XmlElement::text)
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }

  private static boolean isOfBirth(XmlElement name) {
    return Cda.attribute(name, "qualifier").equals("BR");
  }

  /** Whether the INS and the four traits that go with it are there (mssante.md 2.1). */
  public boolean isIdentified() {
    return ins.isPresent() && hasBirthNames && !birthDate.isEmpty() && !sex.isEmpty();
  }
}
