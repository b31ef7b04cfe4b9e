package fr.socle.dmp.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.soap.XmlContent;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.Autorisation;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/** TD1.6: who is authorised or blocked: dmp.md 1.8. */
final class ListAuthorizationOperation implements DmpOperation {
  static final String TD1_6 = "DMP TD1.6";
  private static final Set<String> MODES = Set.of("ACTIVE", "INTERDITE", "TOUTE");
  private static final SoapOperation CONTRACT =
      DmpContract.habilitation("listAuthorizationByPatient");

  private final DmpService service;

  ListAuthorizationOperation(DmpService service) {
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
    return TD1_6;
  }

  @Override
  public String seeming(String words) {
    return TD1_6;
  }

  @Override
  public DmpReply answer(DmpCall call) {
    ProprietaryWriter writer = ProprietaryWriter.of(DmpContract.DMP_HABILITATIONS, call.faults());
    String mode =
        call.body().textOf(new QName(DmpContract.DMP_HABILITATIONS, "mode")).orElse("TOUTE");
    PatientId patient = call.vihf().patient().orElse(null);
    Optional<DmpRefusal> refusal =
        ArmedRefusal.of(call.faults())
            .or(
                () ->
                    MODES.contains(mode)
                        ? Optional.empty()
                        : Optional.of(
                            DmpRefusal.ofUnknownCode(
                                "Le mode « "
                                    + mode
                                    + " » n'est aucun de ACTIVE, INTERDITE,"
                                    + " TOUTE.")));
    if (patient == null) {
      refusal = Optional.of(DmpRefusal.ofUnknownCode("Le VIHF ne désigne aucun patient."));
    } else if (refusal.isEmpty()) {
      refusal = service.of(patient, call.caller()).refusal(call.caller(), Act.AUTHORIZATIONS);
    }
    if (refusal.isPresent() || patient == null) {
      DmpRefusal why = refusal.orElseThrow();
      return DmpReply.refused(output(writer, List.of(), why.code(), why.text()), why);
    }
    List<Autorisation> listed =
        service.authorizations(patient).stream().filter(each -> isOf(each, mode)).toList();
    return DmpReply.of(
        output(writer, listed, ProprietaryWriter.OK, ""),
        Map.of("status", ProprietaryWriter.OK, "autorisations", listed.size()));
  }

  private static boolean isOf(Autorisation one, String mode) {
    return switch (mode) {
      case "ACTIVE" -> one.state() == State.VALIDE;
      case "INTERDITE" -> one.state() == State.INTERDIT;
      // dmp.md 1.8: what is over is neither active nor blocked.
      default -> one.state() == State.VALIDE || one.state() == State.INTERDIT;
    };
  }

  private static XmlContent output(
      ProprietaryWriter writer, List<Autorisation> listed, String status, String context) {
    return out -> {
      writer.start(out, "listAuthorizationByPatientResponse");
      writer.start(out, "output");
      listed.forEach(each -> one(writer, out, each));
      writer.end(out, status, context);
      out.end().end();
    };
  }

  private static void one(ProprietaryWriter writer, XmlWriter out, Autorisation one) {
    writer.start(out, "listOfAuthorizationByPatient");
    writer.text(out, "nationalId", one.holder());
    writer.text(
        out,
        "nationalIdType",
        one.ofStructure() ? DmpContract.STRUCTURES : DmpContract.PROFESSIONALS);
    writer.text(out, "firstName", one.givenName());
    writer.text(out, "lastName", one.familyName());
    if (!one.specialityCode().isEmpty()) {
      writer.text(out, "codeSpeciality", one.specialityCode());
      writer.text(out, "libSpeciality", one.specialityLabel());
    }
    writer.text(out, "startOfAuthorization", Hl7Writer.time(one.start()));
    writer.text(out, "lastActionDate", Hl7Writer.time(one.lastAction()));
    // dmp.md 1.8: the values of mode in an answer are not sourced; those of the question (A).
    writer.text(out, "mode", one.state() == State.INTERDIT ? "INTERDITE" : "ACTIVE");
    if (one.treating()) {
      writer.text(out, "specificRight", "MEDECIN_TRAITANT");
    }
    out.end();
  }
}
