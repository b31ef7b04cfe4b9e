package fr.socle.insi.service;

import fr.socle.bench.client.api.InsiState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * INSi in one space: controls in their order, then the search, then what the armed faults make of
 * it. May be called from several threads.
 */
public final class InsiService {
  private static final int CALLS_KEPT = 10_000;

  // insi.md 5.1 (S:8, S:9, S:15)
  private static final String TEST_OID = "1.2.250.1.213.1.4.10";
  private static final String REAL_OID = "1.2.250.1.213.1.4.8";

  // insi.md 2.2 (S:2): exact names, upper case
  private static final Set<String> CERTIFICATE_NAMES = Set.of("INSI-AUTO", "INSI-MANU");

  private final InsiSettings settings;
  private final FaultTable faults;
  private final IdentitySearch search;
  private final Deque<InsiState.Call> calls = new ArrayDeque<>();
  private final Set<String> messageIds = new HashSet<>();

  /**
   * INSi over the persons of a space.
   *
   * @param directory the persons
   * @param settings how it behaves
   * @param faults its faults
   */
  public InsiService(PersonDirectory directory, InsiSettings settings, FaultTable faults) {
    this.settings = settings;
    this.faults = faults;
    this.search = new IdentitySearch(directory, settings);
  }

  /** How it behaves. */
  public InsiSettings settings() {
    return settings;
  }

  /**
   * WS_INS2: searches by traits.
   *
   * @param caller what the gateway looks at
   * @param traits what is searched; absent criteria are for the controls to refuse
   * @param bodyIsValid whether the body is the one of the operation and follows its schema
   * @param armed faults armed for this call
   */
  public InsiOutcome searchByTraits(
      InsiCaller caller, TraitSearch traits, boolean bodyIsValid, Disturbances armed) {
    Map<Control, String> failed = new EnumMap<>(Control.class);
    Optional<InsiFault> refused =
        gatewayFault(caller, armed, failed)
            .or(() -> backEndFault(traits, bodyIsValid, armed, failed));
    InsiOutcome outcome =
        refused.isPresent()
            ? new InsiOutcome(null, refused.get(), plainForm(), failed)
            : answered(traits, armed, failed);
    remember(traits, outcome);
    return outcome;
  }

  /** A fault that ends a call before any operation is reached, from the table. */
  public InsiOutcome refuse(String code, String detail) {
    return new InsiOutcome(null, faults.fault(code).withDetail(detail), plainForm(), Map.of());
  }

  /** The calls served, in order; of very long runs, the last ones. */
  public synchronized List<InsiState.Call> calls() {
    return List.copyOf(calls);
  }

  /** Forgets the calls. */
  public synchronized void reset() {
    calls.clear();
    messageIds.clear();
  }

  private Optional<InsiFault> gatewayFault(
      InsiCaller caller, Disturbances armed, Map<Control, String> failed) {
    String name = caller.certificateName();
    boolean named = name == null || CERTIFICATE_NAMES.contains(name);
    String idam = caller.idam();
    return failing(Control.CERTIFICAT, named, "desir_560", failed)
        .or(() -> ServiceFault.firstTaken(ServiceFault.GATEWAY, armed).map(this::fault))
        .or(
            () ->
                failing(
                    Control.CONTEXTE_LPS, caller.hasContexteLps(), "mock_insi_ContexteLPS", failed))
        .or(
            () ->
                failing(
                    Control.IDAM,
                    !caller.hasContexteLps() || (idam != null && settings.knowsIdam(idam)),
                    "desir_550",
                    failed))
        .or(
            () ->
                failing(
                    Control.CONTEXTE_BAM, caller.hasContexteBam(), "mock_insi_ContexteBAM", failed))
        .or(() -> failing(Control.MESSAGE_ID, isNew(caller), "mock_insi_MessageID", failed));
  }

  private Optional<InsiFault> backEndFault(
      TraitSearch traits, boolean bodyIsValid, Disturbances armed, Map<Control, String> failed) {
    Optional<String> field = FieldControls.firstFailure(traits);
    return failing(Control.CORPS, bodyIsValid, "mock_insi_corps", failed)
        .or(() -> failing(Control.CHAMPS, field.isEmpty(), field.orElse("mock_insi_corps"), failed))
        .or(() -> ServiceFault.firstTaken(ServiceFault.BACK_END, armed).map(this::fault));
  }

  private InsiFault fault(ServiceFault armed) {
    return faults.fault(armed.label());
  }

  private Optional<InsiFault> failing(
      Control control, boolean passes, String code, Map<Control, String> failed) {
    Severity severity = settings.severity(control);
    if (passes || severity == Severity.OFF) {
      return Optional.empty();
    }
    InsiFault fault = faults.fault(code);
    failed.put(control, fault.detail());
    return severity == Severity.WARN ? Optional.empty() : Optional.of(fault);
  }

  private InsiOutcome answered(
      TraitSearch traits, Disturbances armed, Map<Control, String> failed) {
    List<KnownPerson> found = search.search(traits);
    FoundIdentity identity = found.size() == 1 ? found.get(0).answer() : null;
    String failure = found.size() == 1 ? found.get(0).faultCode() : null;
    // insi.md 2.6 (S:11): the qualification platform has no second base to ask
    if (found.isEmpty() && settings.notFoundIsFault()) {
      failure = "insi_102";
    }
    if (failure != null) {
      return new InsiOutcome(null, faults.fault(failure), plainForm(), failed);
    }
    InsiAnswer answer =
        identity != null
            ? InsiAnswer.found(settings.realOid() ? withRealOid(identity) : identity)
            // M6: no identity with 02 (S:2)
            : found.isEmpty() ? InsiAnswer.none() : InsiAnswer.several();
    return new AnswerDisturbances(armed).disturb(answer, settings.prefixStyle(), failed);
  }

  // insi.md 2.5 (S:2, S:3). M8 (S:2): a NIA keeps its own authority.
  private static FoundIdentity withRealOid(FoundIdentity identity) {
    return identity.withOid(TEST_OID, REAL_OID);
  }

  private AnswerForm plainForm() {
    return new AnswerForm(settings.prefixStyle(), false);
  }

  private synchronized boolean isNew(InsiCaller caller) {
    if (settings.severity(Control.MESSAGE_ID) == Severity.OFF || caller.messageId() == null) {
      return true;
    }
    return messageIds.add(caller.messageId());
  }

  private synchronized void remember(TraitSearch traits, InsiOutcome outcome) {
    InsiAnswer answer = outcome.answer();
    FoundIdentity found = answer == null ? null : answer.identity();
    calls.addLast(
        new InsiState.Call(
            "rechercherInsAvecTraitsIdentite",
            traits.birthName(),
            traits.firstNames().isEmpty() ? null : traits.firstNamesInOne(),
            traits.sex(),
            traits.birthDate(),
            traits.birthPlace(),
            outcome.result(),
            found == null ? null : found.active().matricule()));
    if (calls.size() > CALLS_KEPT) {
      calls.removeFirst();
    }
  }
}
