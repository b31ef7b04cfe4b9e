package fr.socle.dmp.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.service.DmpRefusal;
import java.time.Clock;

/** TD1.1, creation of a DMP, which software can no longer do: dmp.md 1.2, 1.8 (A). */
final class CreationOperation implements DmpOperation {
  static final String TD1_1 = "DMP TD1.1";
  private static final SoapOperation CONTRACT = DmpContract.interaction("PRPA_IN201311UV02");

  private final Clock clock;

  CreationOperation(Clock clock) {
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
    return DmpContract.HL7 + ":PRPA_IN201311ResponseUV02";
  }

  @Override
  public String transaction(XmlElement body) {
    return TD1_1;
  }

  @Override
  public String seeming(String words) {
    return TD1_1;
  }

  @Override
  public boolean needsPatient() {
    return false;
  }

  @Override
  public DmpReply answer(DmpCall call) {
    DmpRefusal refusal =
        new DmpRefusal(
            DmpRefusal.RIGHT,
            "TD1.1 est retirée : un DMP s'ouvre avec Mon espace santé, non par un logiciel.");
    return DmpReply.refused(
        new RegistrationWriter(
                "PRPA_IN201311UV02_Response",
                "PRPA_IN201312UV02",
                "PRPA_IN201313UV02",
                new Hl7Message(call.body()),
                clock)
            // As it was asked to be: nothing was created.
            .refusal(refusal, true),
        refusal);
  }
}
