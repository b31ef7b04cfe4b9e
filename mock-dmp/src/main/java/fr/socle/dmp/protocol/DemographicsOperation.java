package fr.socle.dmp.protocol;

import static fr.socle.dmp.protocol.DmpContract.hl7;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.soap.XmlContent;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DmpServiceFault;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.KnownPatient;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.RightsMatrix;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** TD0.5: search of a patient without INS, for emergency regulation: dmp.md 1.6. */
final class DemographicsOperation implements DmpOperation {
  static final String TD0_5 = "DMP TD0.5";

  // dmp.md 1.6: how many candidates are too many is not sourced (A).
  private static final int MOST = 50;
  private static final SoapOperation CONTRACT = DmpContract.interaction("PRPA_IN201305UV02");

  private final DmpService service;
  private final RightsMatrix matrix;
  private final Clock clock;

  DemographicsOperation(DmpService service, RightsMatrix matrix, Clock clock) {
    this.service = service;
    this.matrix = matrix;
    this.clock = clock;
  }

  @Override
  public String service() {
    return DmpContract.PATIENTS_PDQ;
  }

  @Override
  public SoapOperation contract() {
    return CONTRACT;
  }

  @Override
  public String responseAction() {
    return DmpContract.HL7 + ":PRPA_IN201306UV02";
  }

  @Override
  public String transaction(XmlElement body) {
    return TD0_5;
  }

  @Override
  public String seeming(String words) {
    return TD0_5;
  }

  // Q5 (S:MSG): the sample carries a patient all the same.
  @Override
  public boolean needsPatient() {
    return false;
  }

  @Override
  public DmpReply answer(DmpCall call) {
    Hl7Message request = new Hl7Message(call.body());
    Optional<DmpRefusal> refusal =
        ArmedRefusal.of(call.faults())
            .or(
                () ->
                    call.faults()
                        .take(DmpServiceFault.TOO_MANY.label())
                        .map(none -> DmpServiceFault.tooManyPatients()))
            .or(
                () ->
                    matrix.right(call.caller(), false, Act.SEARCH).allowed()
                        ? Optional.empty()
                        : Optional.of(
                            DmpRefusal.right(
                                "TD0.5 n'est ouverte qu'à la régulation (centre_15).")));
    if (refusal.isPresent()) {
      return refused(request, refusal.get());
    }
    String family =
        request
            .parameter("livingSubjectName")
            .flatMap(each -> each.textOf(hl7("family")))
            .orElse("");
    String sex = attribute(request, "livingSubjectAdministrativeGender", "code");
    String birth = attribute(request, "livingSubjectBirthTime", "value");
    List<KnownPatient> people =
        service.people().byTraits(family.toUpperCase(Locale.ROOT), sex, birth, MOST + 1);
    if (people.size() > MOST) {
      return refused(request, DmpServiceFault.tooManyPatients());
    }
    List<KnownPatient> found =
        people.stream()
            .filter(
                each ->
                    service.dossiers().dossier(each.id().number()).status()
                        != Dossier.Status.ABSENT)
            .sorted(
                Comparator.comparingInt((KnownPatient each) -> likeness(request, each)).reversed())
            .toList();
    return DmpReply.of(content(request, found), Map.of("candidats", found.size()));
  }

  private DmpReply refused(Hl7Message request, DmpRefusal why) {
    return DmpReply.refused(out -> write(new Hl7Writer(out), request, List.of(), why), why);
  }

  private static String attribute(Hl7Message request, String parameter, String name) {
    return request.parameter(parameter).flatMap(each -> each.attribute(name)).orElse("");
  }

  private XmlContent content(Hl7Message request, List<KnownPatient> found) {
    return out -> write(new Hl7Writer(out), request, found, null);
  }

  private void write(
      Hl7Writer out, Hl7Message request, List<KnownPatient> found, @Nullable DmpRefusal refusal) {
    Hl7Envelope envelope = new Hl7Envelope("PRPA_IN201306UV02", request, clock);
    envelope.head(out, false);
    envelope.acknowledgeOlder(out, refusal);
    out.start("controlActProcess", "classCode", "CACT", "moodCode", "EVN");
    out.leaf("code", "code", "PRPA_TE201306UV02");
    found.forEach(each -> candidate(out, request, each));
    out.start("queryAck");
    request.queryId().ifPresent(id -> out.id("queryId", id));
    out.leaf("queryResponseCode", "code", refusal != null ? "AE" : found.isEmpty() ? "NF" : "OK");
    String count = String.valueOf(found.size());
    out.leaf("resultTotalQuantity", "value", count);
    out.leaf("resultCurrentQuantity", "value", count);
    out.leaf("resultRemainingQuantity", "value", "0");
    out.end(1);
    request.query().ifPresent(query -> echo(out, query));
    out.end(2);
  }

  private void candidate(Hl7Writer out, Hl7Message request, KnownPatient person) {
    out.start("subject", "typeCode", "SUBJ", "contextConductionInd", "false");
    out.start("registrationEvent", "classCode", "REG", "moodCode", "EVN");
    out.leaf("statusCode", "code", "active");
    out.start("subject1", "typeCode", "SBJ");
    out.start("patient", "classCode", "PAT");
    out.leaf("id", "root", person.id().oid(), "extension", person.id().number());
    for (PatientId former : person.former()) {
      out.leaf("id", "root", former.oid(), "extension", former.number());
    }
    Dossier dossier = service.dossiers().dossier(person.id().number());
    out.leaf("statusCode", "code", dossier.open() ? "active" : "terminated");
    out.start("patientPerson", "classCode", "PSN", "determinerCode", "INSTANCE");
    out.start("name");
    out.text("given", String.join(" ", person.firstNames()));
    out.text("family", person.birthName(), "qualifier", "BR");
    out.end(1);
    out.leaf("administrativeGenderCode", "code", person.sex());
    out.leaf("birthTime", "value", person.birthDate());
    out.end(1);
    out.start("subjectOf1", "typeCode", "SBJ");
    out.start("queryMatchObservation", "classCode", "OBS", "moodCode", "EVN");
    out.leaf("code", "code", "POURCENTAGE");
    out.value("INT", "value", String.valueOf(likeness(request, person)));
    out.end(2);
    out.observation(
        "subjectOf2",
        "OPPOSITION_ACCES_URGENCE",
        DmpContract.CONSENTS,
        dossier.opposedToRegulation());
    out.end(2);
    Hl7Envelope.custodian(out);
    out.end(2);
  }

  // dmp.md 1.6: how the percentage is computed is not sourced; that first name and place of birth
  // make it, and leave nobody out, is ours (A).
  private static int likeness(Hl7Message request, KnownPatient person) {
    String given =
        request
            .parameter("livingSubjectName")
            .flatMap(each -> each.textOf(hl7("given")))
            .orElse("");
    boolean same = person.firstNames().stream().anyMatch(each -> each.equalsIgnoreCase(given));
    String place =
        request
            .query()
            .flatMap(
                each ->
                    each.descend(
                        hl7("parameterList"), hl7("livingSubjectBirthPlaceName"), hl7("value")))
            .map(XmlElement::text)
            .orElse("");
    boolean elsewhere = !place.isEmpty() && !place.equals(person.birthPlace());
    return (same ? 100 : 70) - (elsewhere ? 10 : 0);
  }

  /** The query, as it was asked. */
  private static void echo(Hl7Writer out, XmlElement element) {
    out.start(element.localName());
    element.attributes().stream()
        .filter(each -> each.name().getNamespaceURI().isEmpty())
        .forEach(each -> out.attribute(each.name().getLocalPart(), each.value()));
    List<XmlElement> children = element.children();
    if (children.isEmpty()) {
      out.content(element.text());
    }
    children.forEach(each -> echo(out, each));
    out.end(1);
  }
}
