package fr.socle.dmp.registry.protocol;

import fr.socle.bench.soap.SoapOperation;
import fr.socle.dmp.protocol.ArmedRefusal;
import fr.socle.dmp.protocol.DmpCall;
import fr.socle.dmp.protocol.DmpOperation;
import fr.socle.dmp.protocol.DmpReply;
import fr.socle.dmp.registry.service.Access;
import fr.socle.dmp.registry.service.Registry;
import fr.socle.dmp.registry.service.RegistryError;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.VihfAttribute;

/**
 * What the operations on documents have in common. They say themselves, as a registry does, that a
 * patient is not that of the VIHF (dmp.md 1.10, 8).
 */
abstract class DocumentOperation implements DmpOperation {
  private final Registry registry;
  private final String service;
  private final SoapOperation contract;
  private final String responseAction;

  DocumentOperation(
      Registry registry, String service, SoapOperation contract, String responseSuffix) {
    this.registry = registry;
    this.service = service;
    this.contract = contract;
    this.responseAction = contract.action() + responseSuffix;
  }

  @Override
  public final String service() {
    return service;
  }

  @Override
  public final SoapOperation contract() {
    return contract;
  }

  @Override
  public final String responseAction() {
    return responseAction;
  }

  @Override
  public final boolean refusesByFault(DmpRefusal refusal) {
    return registry.refusesByFault(refusal);
  }

  /** The documents of the space. */
  final Registry registry() {
    return registry;
  }

  @Override
  public final DmpReply answer(DmpCall call) {
    DmpRefusal armed = ArmedRefusal.of(call.faults()).orElse(null);
    if (armed != null) {
      return refused(armed);
    }
    PatientId patient = call.vihf().patient().orElse(null);
    if (patient == null) {
      return refused(
          DmpRefusal.chosen(
              DmpRefusal.UNKNOWN_PATIENT, "resource-id du VIHF ne désigne aucun patient."));
    }
    return answer(
        call,
        new Access(
            patient,
            call.caller(),
            transaction(call.request(), call.body(), call.content(Object.class)),
            call.vihf().text(VihfAttribute.REASON).orElse("")));
  }

  private DmpReply refused(DmpRefusal refusal) {
    return refused(RegistryError.of(refusal), refusal);
  }

  /** Carries it out for the patient of the VIHF. */
  abstract DmpReply answer(DmpCall call, Access access);

  /** The answer of this operation to what is refused as a whole. */
  abstract DmpReply refused(RegistryError error, DmpRefusal refusal);
}
