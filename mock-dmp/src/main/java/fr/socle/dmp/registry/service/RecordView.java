package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.AuthenticationMode;
import fr.socle.dmp.service.CodedValue;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.Purpose;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The documents of a DMP as each looks at them, and as nobody does: what the bench itself knows.
 */
final class RecordView {
  private static final String NOBODY = "";

  private final Room room;

  RecordView(Room room) {
    this.room = room;
  }

  /** Everything, deleted documents and signatures too, oldest first. */
  List<KeptDocument> all(String ins) throws RefusedException {
    Records records = records(ins);
    return room.store()
        .inTransaction(
            session ->
                session.allOf(ins).stream().map(entry -> kept(session, records, entry)).toList());
  }

  /** The record as professionals meet it whom the patient authorised, looked at once. */
  private Records records(String ins) {
    return new Records(room.service().authorized(ins, false), room.service().authorized(ins, true));
  }

  private record Records(PatientDmp any, PatientDmp treating) {}

  /** What a professional has in his list; or why he has none. */
  Listed of(PatientId patient, DmpCaller caller) throws RefusedException {
    PatientDmp dmp = room.service().of(patient, caller);
    Optional<DmpRefusal> refusal = dmp.refusal(caller, Act.FIND);
    if (refusal.isPresent()) {
      return new Listed(List.of(), refusal.get().text());
    }
    Reader reader = new Reader(dmp, caller);
    Records records = records(patient.number());
    return new Listed(
        room.store()
            .inTransaction(
                session ->
                    session.allOf(patient.number()).stream()
                        .filter(entry -> isListed(entry) && reader.isShown(entry))
                        .map(entry -> kept(session, records, entry))
                        .toList()),
        NOBODY);
  }

  /**
   * What professionals of a profession have in their lists who are authorised and no authors.
   *
   * @param code code of G15
   */
  List<KeptDocument> ofProfession(String ins, String code) throws RefusedException {
    Records records = records(ins);
    Reader reader =
        new Reader(
            records.any(),
            new DmpCaller(
                AuthenticationMode.DIRECTE,
                Purpose.NORMAL,
                NOBODY,
                NOBODY,
                NOBODY,
                NOBODY,
                List.of(profession(code)),
                "CPS",
                false));
    return reader.dmp().refusal(reader.caller(), Act.FIND).isPresent()
        ? List.of()
        : room.store()
            .inTransaction(
                session ->
                    session.allOf(ins).stream()
                        .filter(entry -> isListed(entry) && reader.isShown(entry))
                        .map(entry -> kept(session, records, entry))
                        .toList());
  }

  private static KeptDocument kept(RegistrySession session, Records records, StoredEntry entry) {
    return new KeptDocument(
        entry.uuid(),
        entry.lid(),
        entry.version(),
        entry.uniqueId(),
        entry.availability(),
        Instant.ofEpochMilli(entry.submittedAt()),
        entry.entry(),
        entry.content(),
        session.size(entry.content()),
        Arrays.stream(Eye.values()).filter(eye -> sees(eye, records, entry)).toList());
  }

  private static boolean isListed(StoredEntry entry) {
    return entry.availability() != Availability.DELETED && !entry.entry().isSignature();
  }

  private static boolean sees(Eye eye, Records records, StoredEntry entry) {
    if (!isListed(entry)) {
      return false;
    }
    PatientDmp dmp = eye == Eye.TREATING_DOCTOR ? records.treating() : records.any();
    return switch (eye) {
      case PATIENT -> dmp.dossier().open() && isShownToThePatient(entry);
      case REPRESENTATIVE ->
          dmp.dossier().open()
              && isShownToThePatient(entry)
              && !StoredEntry.has(entry.entry(), StoredEntry.INVISIBLE_TO_REPRESENTATIVES);
      case TREATING_DOCTOR, DOCTOR, OCCUPATIONAL_DOCTOR, PROFESSIONAL, EMPLOYEE, STRUCTURE -> {
        DmpCaller caller = caller(eye);
        yield dmp.refusal(caller, Act.FIND).isEmpty() && new Reader(dmp, caller).isShown(entry);
      }
    };
  }

  private static boolean isShownToThePatient(StoredEntry entry) {
    return !StoredEntry.has(entry.entry(), StoredEntry.INVISIBLE_TO_PATIENT);
  }

  private static DmpCaller caller(Eye eye) {
    boolean structure = eye == Eye.STRUCTURE;
    return new DmpCaller(
        structure ? AuthenticationMode.INDIRECTE : AuthenticationMode.DIRECTE,
        Purpose.NORMAL,
        NOBODY,
        NOBODY,
        NOBODY,
        NOBODY,
        eye == Eye.PROFESSIONAL
            ? List.of(profession("60"))
            : List.of(
                profession("10"),
                role(eye == Eye.OCCUPATIONAL_DOCTOR ? "SM25" : "SM26", "1.2.250.1.71.4.2.5")),
        structure ? null : eye == Eye.EMPLOYEE ? "CPE" : "CPS",
        false);
  }

  private static CodedValue profession(String code) {
    return role(code, DmpCaller.PROFESSIONS);
  }

  private static CodedValue role(String code, String system) {
    return new CodedValue("Role", code, system, "", "");
  }
}
