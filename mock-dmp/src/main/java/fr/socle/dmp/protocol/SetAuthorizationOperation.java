package fr.socle.dmp.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.soap.XmlContent;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DmpService.Outcome;
import fr.socle.dmp.service.PatientId;
import java.util.Map;
import javax.xml.namespace.QName;

/** TD0.3: declares or removes what links the caller and a record: dmp.md 1.4. */
final class SetAuthorizationOperation implements DmpOperation {
  static final String TD0_3 = "DMP TD0.3";
  private static final SoapOperation CONTRACT = DmpContract.habilitation("setAuthorization");

  private final DmpService service;

  SetAuthorizationOperation(DmpService service) {
    this.service = service;
  }

  @Override
  public String service() {
    return DmpContract.HABILITATIONS;
  }

  @Override
  public SoapOperation contract() {
    return CONTRACT;
  }

  @Override
  public String responseAction() {
    return CONTRACT.action() + "Response";
  }

  @Override
  public String transaction(XmlElement body) {
    return TD0_3;
  }

  @Override
  public String seeming(String words) {
    return TD0_3;
  }

  @Override
  public DmpReply answer(DmpCall call) {
    ProprietaryWriter writer = ProprietaryWriter.of(DmpContract.DMP_HABILITATIONS, call.faults());
    DmpRefusal armed = ArmedRefusal.of(call.faults()).orElse(null);
    if (armed != null) {
      return DmpReply.refused(output(writer, armed.code(), armed.text()), armed);
    }
    Outcome outcome = outcome(call);
    DmpRefusal refusal = outcome.refusal();
    return refusal == null
        ? DmpReply.of(
            output(writer, ProprietaryWriter.OK, outcome.text()),
            Map.of("status", ProprietaryWriter.OK, "context", outcome.text()))
        : DmpReply.refused(output(writer, refusal.code(), refusal.text()), refusal);
  }

  private Outcome outcome(DmpCall call) {
    String action = call.body().textOf(name("action")).orElse("");
    String role = call.body().textOf(name("role")).orElse("");
    boolean add = action.equals("AJOUT");
    if (!add && !action.equals("SUPPRESSION")) {
      return new Outcome(
          "",
          DmpRefusal.ofUnknownCode("L'action « " + action + " » n'est ni AJOUT ni SUPPRESSION."));
    }
    if (!role.isEmpty() && !role.equals("MEDECIN_TRAITANT")) {
      return new Outcome(
          "", DmpRefusal.ofUnknownCode("Le rôle « " + role + " » n'est pas MEDECIN_TRAITANT."));
    }
    PatientId patient = call.vihf().patient().orElse(null);
    return patient == null
        ? new Outcome("", DmpRefusal.ofUnknownCode("Le VIHF ne désigne aucun patient."))
        : service.authorize(patient, call.caller(), add, !role.isEmpty());
  }

  private static XmlContent output(ProprietaryWriter writer, String status, String context) {
    return out -> {
      writer.start(out, "setAuthorizationResponse");
      writer.start(out, "output");
      writer.end(out, status, context);
      out.end().end();
    };
  }

  private static QName name(String local) {
    return new QName(DmpContract.DMP_HABILITATIONS, local);
  }
}
