package fr.socle.dmp.registry.service;

import fr.socle.dmp.service.Act;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientDmp;
import fr.socle.dmp.service.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** TD2.1 and TD2.2: documents enter, replace others, all of a submission or none. */
final class Feeding {
  private final Room room;
  private final SubmissionControls controls;

  Feeding(Room room) {
    this.room = room;
    this.controls = new SubmissionControls(room.settings(), room.strict());
  }

  Outcome submit(Provided provided, Access access) {
    PatientId patient = access.patient();
    DmpCaller caller = access.caller();
    PatientDmp dmp = room.service().of(patient, caller);
    Act act = caller.kind() == DmpCaller.Kind.EMPLOYEE ? Act.SUBMIT_FOR : Act.SUBMIT;
    Optional<DmpRefusal> refusal = dmp.refusal(caller, act);
    if (refusal.isPresent()) {
      return Outcome.refused(List.of(RegistryError.of(refusal.get())));
    }
    List<RegistryError> errors = controls.errors(provided, patient, caller);
    if (errors.stream().anyMatch(each -> !each.warning())) {
      return Outcome.refused(errors);
    }
    Provided taken =
        room.settings().secret() == RegistrySettings.Secret.MARQUE
            ? SecretConnection.hidden(provided, caller)
            : provided;
    Reader reader = new Reader(dmp, caller);
    long now = room.clock().instant().toEpochMilli();
    try {
      Map<String, Object> done =
          room.store()
              .inTransaction(
                  session -> {
                    Map<String, Object> entered =
                        new Entrance(session, room, taken, reader::isOwn, patient, now).enter();
                    session.acted(room.service(), dmp, false);
                    session.accessed(room.service(), access);
                    return entered;
                  });
      return new Outcome(errors, done);
    } catch (RefusedException e) {
      return Outcome.refused(e.errors());
    }
  }
}
