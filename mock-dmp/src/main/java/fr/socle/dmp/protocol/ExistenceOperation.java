package fr.socle.dmp.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DmpServiceFault;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.service.PatientId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TD0.2, existence of a DMP, and TD1.3a, administrative data: dmp.md 1.3, 1.8. */
final class ExistenceOperation implements DmpOperation {
  static final String TD0_2 = "DMP TD0.2";
  static final String TD1_3A = "DMP TD1.3a";
  private static final String READ = "CNSLT_DATA";
  private static final SoapOperation CONTRACT = DmpContract.interaction("PRPA_IN201307UV02");

  private final DmpService service;
  private final Clock clock;

  ExistenceOperation(DmpService service, Clock clock) {
    this.service = service;
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
    return DmpContract.HL7 + ":PRPA_IN201308UV02";
  }

  @Override
  public String transaction(XmlElement body) {
    return new Hl7Message(body).reason().equals(READ) ? TD1_3A : TD0_2;
  }

  @Override
  public String seeming(String words) {
    return words.contains(READ) ? TD1_3A : TD0_2;
  }

  @Override
  public Optional<PatientId> patient(XmlElement body) {
    return new Hl7Message(body).queriedPatient();
  }

  @Override
  public boolean tellsTheRight() {
    return true;
  }

  @Override
  public DmpReply answer(DmpCall call) {
    Hl7Message request = new Hl7Message(call.body());
    boolean wishes = transaction(call.body()).equals(TD1_3A);
    PatientId id = request.queriedPatient().orElse(null);
    ExistenceWriter writer =
        new ExistenceWriter(
            request,
            clock,
            wishes,
            call.faults().take(DmpServiceFault.OTHER_SEX.label()).isPresent(),
            wishes && id != null ? service.dossiers().representatives(id.number()) : List.of());
    if (id == null) {
      DmpRefusal refusal =
          DmpRefusal.ofUnknownCode("La requête ne porte pas l'INS du patient (patientIdentifier).");
      return DmpReply.refused(writer.refused(refusal), refusal);
    }
    PatientDmp dmp = service.of(id, call.caller());
    Optional<DmpRefusal> refusal =
        ArmedRefusal.of(call.faults())
            .or(() -> dmp.refusal(call.caller(), wishes ? Act.READ_IDENTITY : Act.EXISTENCE));
    if (refusal.isPresent()) {
      return DmpReply.refused(writer.refused(refusal.get()), refusal.get());
    }
    Map<String, Object> decoded = new LinkedHashMap<>();
    decoded.put("dossier", dmp.dossier().status().word());
    decoded.put("autorisation", dmp.authorization().name());
    decoded.put("medecinTraitant", dmp.treating());
    decoded.put("rattachement", dmp.dossier().attached());
    return DmpReply.of(writer.found(dmp, service.known(id).orElse(null)), decoded);
  }
}
