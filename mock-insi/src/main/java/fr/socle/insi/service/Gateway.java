package fr.socle.insi.service;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands before every operation: who calls, with which software. Thread-safe. */
final class Gateway {
  // insi.md 2.2 (S:2): exact names, upper case
  private static final Set<String> CERTIFICATE_NAMES = Set.of("INSI-AUTO", "INSI-MANU");

  private final InsiSettings settings;
  private final CredentialControls credentials;
  private final Set<String> messageIds = new HashSet<>();

  Gateway(InsiSettings settings, CredentialControls credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  /** The fault that ends a call here, if one does. */
  Optional<InsiFault> refuses(
      InsiCaller caller, boolean byCard, Disturbances armed, ControlRun run) {
    String name = caller.certificateName();
    boolean named = name == null || CERTIFICATE_NAMES.contains(name);
    String idam = caller.idam();
    return run.unless(named, Control.CERTIFICAT, "desir_560")
        .or(() -> armed(ServiceFault.GATEWAY, armed, run))
        .or(
            () ->
                run.unless(caller.hasContexteLps(), Control.CONTEXTE_LPS, "mock_insi_ContexteLPS"))
        .or(
            () ->
                run.unless(
                    !caller.hasContexteLps() || (idam != null && settings.knowsIdam(idam)),
                    Control.IDAM,
                    "desir_550"))
        .or(() -> Optional.ofNullable(idam).map(settings.scripted()::get).map(run::fault))
        .or(
            () ->
                run.unless(caller.hasContexteBam(), Control.CONTEXTE_BAM, "mock_insi_ContexteBAM"))
        .or(
            () ->
                // In mutual TLS an assertion is not asked for, nor looked at (2.3 (S:2, S:3, S:6)).
                name != null
                    ? Optional.empty()
                    : credentials.ofProfessional(caller.credentials(), run))
        .or(() -> byCard ? credentials.ofVitale(caller.credentials(), run) : Optional.empty())
        .or(() -> run.unless(isNew(caller, run), Control.MESSAGE_ID, "mock_insi_MessageID"));
  }

  static Optional<InsiFault> armed(List<ServiceFault> among, Disturbances armed, ControlRun run) {
    return ServiceFault.firstTaken(among, armed).map(fault -> run.fault(fault.label()));
  }

  synchronized void reset() {
    messageIds.clear();
  }

  private synchronized boolean isNew(InsiCaller caller, ControlRun run) {
    return !run.makes(Control.MESSAGE_ID)
        || caller.messageId() == null
        || messageIds.add(caller.messageId());
  }
}
