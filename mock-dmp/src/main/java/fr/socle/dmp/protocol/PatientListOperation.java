package fr.socle.dmp.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.soap.XmlContent;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpService;
import fr.socle.dmp.service.DmpService.Linked;
import fr.socle.dmp.service.DmpService.Patients;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.RightsMatrix;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** TD0.4: the records the caller is authorised for: dmp.md 1.5. */
final class PatientListOperation implements DmpOperation {
  static final String TD0_4 = "DMP TD0.4";
  private static final String BY_AUTHORIZATION = "LASTAUTORIZATION";
  private static final Set<String> DATES = Set.of(BY_AUTHORIZATION, "LASTDOC");
  private static final SoapOperation CONTRACT = DmpContract.specific("patientList");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final DmpService service;
  private final RightsMatrix matrix;

  PatientListOperation(DmpService service, RightsMatrix matrix) {
    this.service = service;
    this.matrix = matrix;
  }

  @Override
  public String service() {
    return DmpContract.PATIENTS_SPECIFIC;
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
    return TD0_4;
  }

  @Override
  public String seeming(String words) {
    return TD0_4;
  }

  // dmp.md 1.5, Q5 (S:MSG, then A): a patient of the VIHF is neither needed nor looked at.
  @Override
  public boolean needsPatient() {
    return false;
  }

  @Override
  public DmpReply answer(DmpCall call) {
    ProprietaryWriter writer = ProprietaryWriter.of(DmpContract.DMP_PATIENTS, call.faults());
    String type = text(call, "dateType");
    Optional<Instant> since = instant(text(call, "startDate"));
    Optional<DmpRefusal> refusal =
        ArmedRefusal.of(call.faults()).or(() -> refusal(call.caller(), type, since));
    if (refusal.isPresent() || since.isEmpty()) {
      DmpRefusal why = refusal.orElseThrow();
      return DmpReply.refused(output(writer, List.of(), why.code(), why.text()), why);
    }
    Patients patients =
        service.patients(call.caller(), since.get(), !type.equals(BY_AUTHORIZATION));
    List<String> numbers =
        patients.listed().stream().map(each -> each.person().id().number()).toList();
    return DmpReply.of(
            output(
                writer,
                patients.listed(),
                ProprietaryWriter.OK,
                patients.cut()
                    ? "Les "
                        + patients.listed().size()
                        + " plus récents : il y en a d'autres, avancez startDate."
                    : ""),
            Map.of("status", ProprietaryWriter.OK, "patients", patients.listed().size()))
        .listing(numbers);
  }

  private Optional<DmpRefusal> refusal(DmpCaller caller, String type, Optional<Instant> since) {
    if (since.isEmpty()) {
      return Optional.of(
          DmpRefusal.ofUnknownCode("startDate est absent, ou n'est pas de forme yyyyMMddHHmmss."));
    }
    if (!DATES.contains(type)) {
      return Optional.of(
          DmpRefusal.ofUnknownCode(
              "dateType « " + type + " » n'est ni LASTAUTORIZATION ni LASTDOC."));
    }
    boolean allowed = matrix.right(caller, false, Act.PATIENTS).allowed();
    boolean byDateOnly = matrix.right(caller, false, Act.PATIENTS).condition() == 3;
    return !allowed || (byDateOnly && !type.equals(BY_AUTHORIZATION))
        ? Optional.of(
            DmpRefusal.right(
                allowed
                    ? "En mode indirect TD0.4 n'est ouverte qu'aux nouvelles autorisations."
                    : "TD0.4 n'est pas ouverte à cet utilisateur."))
        : Optional.empty();
  }

  private static String text(DmpCall call, String name) {
    return call.body().textOf(new QName(DmpContract.DMP_PATIENTS, name)).orElse("");
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static XmlContent output(
      ProprietaryWriter writer, List<Linked> patients, String status, String context) {
    return out -> {
      writer.start(out, "patientListResponse");
      writer.start(out, "output");
      patients.forEach(each -> one(writer, out, each));
      writer.end(out, status, context);
      out.end().end();
    };
  }

  private static void one(ProprietaryWriter writer, XmlWriter out, Linked one) {
    writer.start(out, "patientlistData");
    PatientId id = one.person().id();
    writer.start(out, "patientIdentifier");
    writer.text(out, "nationalId", id.number());
    writer.text(out, "nationalIdType", id.oid());
    out.end();
    String birthName = one.person().birthName();
    String usedName = one.dossier().usedNameOf(one.person());
    writer.text(out, "lastName", usedName);
    if (!usedName.equals(birthName)) {
      writer.text(out, "patronymicalName", birthName);
    }
    List<String> given = one.person().firstNames();
    writer.text(out, "firstName", given.isEmpty() ? "" : given.get(0));
    if (!one.person().civility().isEmpty()) {
      writer.text(out, "civility", one.person().civility());
    }
    writer.text(out, "dateOfBirth", one.person().birthDate());
    writer.text(out, "MT", String.valueOf(one.link().treating()));
    // What a message is, and which access and update are meant, is not sourced: that of the caller
    // to the documents, that of the record (A). What never happened has no date.
    writer.text(out, "message", "false");
    date(writer, out, "lastAccessDate", one.link().lastAccess());
    date(writer, out, "lastUpdateDate", one.dossier().lastUpdate());
    date(writer, out, "lastAddDate", one.dossier().lastAddition());
    out.end();
  }

  private static void date(
      ProprietaryWriter writer, XmlWriter out, String name, @Nullable Instant at) {
    if (at != null) {
      writer.text(out, name, Hl7Writer.time(at));
    }
  }
}
