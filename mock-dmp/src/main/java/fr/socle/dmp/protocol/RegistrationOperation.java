package fr.socle.dmp.protocol;

import static fr.socle.dmp.protocol.DmpContract.hl7;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.FormerTransactions;
import fr.socle.dmp.service.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TD1.2 reactivation, TD1.3b administrative data, TD1.4 closure: dmp.md 1.8. */
final class RegistrationOperation implements DmpOperation {
  static final String TD1_2 = "DMP TD1.2";
  static final String TD1_3B = "DMP TD1.3b";
  static final String TD1_4 = "DMP TD1.4";
  private static final Map<String, String> TRANSACTIONS =
      Map.of("REAC", TD1_2, "MODIF_DATA", TD1_3B, "FERM", TD1_4);
  private static final SoapOperation CONTRACT = DmpContract.interaction("PRPA_IN201314UV02");

  private final DmpService service;
  private final FormerTransactions former;
  private final Clock clock;

  RegistrationOperation(DmpService service, Clock clock) {
    this.service = service;
    this.former = new FormerTransactions(service);
    this.clock = clock;
  }

  @Override
  public String service() {
    return DmpContract.PATIENTS;
  }

  @Override
  public SoapOperation contract() {
    return CONTRACT;
  }

  @Override
  public String responseAction() {
    return DmpContract.HL7 + ":PRPA_IN201314ResponseUV02";
  }

  @Override
  public String transaction(XmlElement body) {
    return TRANSACTIONS.getOrDefault(new Hl7Message(body).reason(), TD1_3B);
  }

  @Override
  public String seeming(String words) {
    return TRANSACTIONS.entrySet().stream()
        .filter(each -> words.contains("\"" + each.getKey() + "\""))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(TD1_3B);
  }

  @Override
  public Optional<PatientId> patient(XmlElement body) {
    return new Hl7Message(body).registeredPatientId();
  }

  @Override
  public DmpReply answer(DmpCall call) {
    Hl7Message request = new Hl7Message(call.body());
    RegistrationWriter writer =
        new RegistrationWriter(
            "PRPA_IN201314UV02_Response", "PRPA_IN201315UV02", "PRPA_IN201316UV02", request, clock);
    Optional<DmpRefusal> refusal =
        ArmedRefusal.of(call.faults())
            .or(() -> unnamedAuthor(request))
            .or(() -> carriedOut(request, call.caller()));
    boolean open =
        request
            .registeredPatientId()
            .map(id -> service.of(id, call.caller()).dossier().open())
            .orElse(false);
    return refusal.isPresent()
        ? DmpReply.refused(writer.refusal(refusal.get(), open), refusal.get())
        : DmpReply.of(writer.done(open), Map.of("acquittement", "AA"));
  }

  // dmp.md 1.8 (RG_2230, S:617): rejected when the names of the author are empty.
  private static Optional<DmpRefusal> unnamedAuthor(Hl7Message request) {
    return request.author().map(Hl7Message::isNamed).orElse(false)
        ? Optional.empty()
        : Optional.of(
            DmpRefusal.ofUnknownCode("Le nom et le prénom de l'auteur sont obligatoires."));
  }

  private Optional<DmpRefusal> carriedOut(Hl7Message request, DmpCaller caller) {
    PatientId id = request.registeredPatientId().orElse(null);
    if (id == null) {
      return Optional.of(DmpRefusal.ofUnknownCode("La requête ne porte pas l'INS du patient."));
    }
    return switch (request.reason()) {
      case "REAC" -> former.reactivate(id, caller);
      case "FERM" -> close(request, id, caller);
      case "MODIF_DATA" -> change(request, id, caller);
      default ->
          Optional.of(
              DmpRefusal.ofUnknownCode(
                  "Le motif « " + request.reason() + " » n'est aucun de REAC, MODIF_DATA, FERM."));
    };
  }

  private Optional<DmpRefusal> close(Hl7Message request, PatientId id, DmpCaller caller) {
    XmlElement code = request.closure().orElse(null);
    if (code == null) {
      return Optional.of(
          DmpRefusal.ofUnknownCode(
              "La requête ne porte pas le motif de fermeture (" + DmpContract.CLOSURES + ")."));
    }
    String text =
        Hl7Message.below(request.root())
            .filter(each -> each.is(hl7("detectedIssueEvent")))
            .flatMap(each -> each.textOf(hl7("text")).stream())
            .findFirst()
            .orElse("");
    return former.close(
        id, caller, new Closure(code.attribute("code").orElse(""), text, clock.instant()));
  }

  private Optional<DmpRefusal> change(Hl7Message request, PatientId id, DmpCaller caller) {
    List<String> telecoms =
        request
            .registeredPatient()
            .flatMap(each -> each.child(hl7("patientPerson")))
            .map(each -> each.children(hl7("telecom")))
            .orElse(List.of())
            .stream()
            .flatMap(each -> each.attribute("value").stream())
            .toList();
    return former.change(
        id,
        caller,
        request.observation("OPPOSITION_BRIS_DE_GLACE").orElse(null),
        request.observation("OPPOSITION_ACCES_URGENCE").orElse(null),
        telecoms.isEmpty() ? null : telecoms);
  }
}
