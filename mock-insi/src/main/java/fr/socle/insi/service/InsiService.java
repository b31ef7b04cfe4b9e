package fr.socle.insi.service;

import fr.socle.bench.client.api.InsiState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * INSi in one space: controls in their order, then the search, then what the armed faults make of
 * it. May be called from several threads.
 */
public final class InsiService {
  private static final int CALLS_KEPT = 10_000;

  // insi.md 5.1 (S:8, S:9, S:15)
  private static final String TEST_OID = "1.2.250.1.213.1.4.10";
  private static final String REAL_OID = "1.2.250.1.213.1.4.8";

  private final InsiSettings settings;
  private final FaultTable faults;
  private final CredentialControls credentials;
  private final Gateway gateway;
  private final IdentitySearch search;
  private final InsVerification verification;
  private final Deque<InsiState.Call> calls = new ArrayDeque<>();

  /**
   * INSi over the persons of a space.
   *
   * @param directory the persons
   * @param settings how it behaves
   * @param faults its faults
   * @param credentials how it looks at assertions
   */
  public InsiService(
      PersonDirectory directory,
      InsiSettings settings,
      FaultTable faults,
      CredentialControls credentials) {
    this.settings = settings;
    this.faults = faults;
    this.credentials = credentials;
    this.gateway = new Gateway(settings, credentials);
    this.search = new IdentitySearch(directory, settings);
    this.verification = new InsVerification(directory, identity -> written(identity, settings));
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
    ControlRun run = new ControlRun(settings, faults);
    InsiOutcome outcome =
        gateway
            .refuses(caller, false, armed, run)
            .or(() -> badBody(bodyIsValid, FieldControls.firstFailure(traits), run))
            .or(() -> Gateway.armed(ServiceFault.BY_TRAITS, armed, run))
            .map(fault -> refused(fault, run.failed()))
            .orElseGet(() -> answered(search.byTraits(traits), "insi_102", armed, run));
    remember(
        "rechercherInsAvecTraitsIdentite",
        traits.birthName(),
        traits.firstNames().isEmpty() ? null : traits.firstNamesInOne(),
        traits.sex(),
        traits.birthDate(),
        traits.birthPlace(),
        outcome);
    return outcome;
  }

  /**
   * WS_INS1: searches by a Vitale card.
   *
   * @param caller what the gateway looks at
   * @param card what the card told; absent criteria are for the controls to refuse
   * @param bodyIsValid whether the body is the one of the operation and follows its schema
   * @param armed faults armed for this call
   */
  public InsiOutcome searchByCard(
      InsiCaller caller, VitaleSearch card, boolean bodyIsValid, Disturbances armed) {
    ControlRun run = new ControlRun(settings, faults);
    InsiOutcome outcome =
        gateway
            .refuses(caller, true, armed, run)
            .or(() -> badBody(bodyIsValid, FieldControls.firstFailure(card), run))
            .or(() -> Gateway.armed(ServiceFault.BY_CARD, armed, run))
            .map(fault -> refused(fault, run.failed()))
            .orElseGet(() -> answered(search.byCard(card), "insi_101", armed, run));
    remember(
        "rechercherInsAvecCarteVitale",
        card.birthName(),
        null,
        null,
        card.birthDate(),
        null,
        outcome);
    return outcome;
  }

  /**
   * WS_INS3: verifies an INS. Its contract is assumed (insi.md 4).
   *
   * @param caller what the gateway looks at
   * @param asked what is to be verified
   * @param bodyIsValid whether the body is the one of the operation and follows its schema
   * @param armed faults armed for this call
   */
  public InsiOutcome verify(
      InsiCaller caller, Verification asked, boolean bodyIsValid, Disturbances armed) {
    ControlRun run = new ControlRun(settings, faults);
    InsiOutcome outcome =
        gateway
            .refuses(caller, false, armed, run)
            .or(() -> badBody(bodyIsValid, FieldControls.firstFailure(asked), run))
            .or(() -> Gateway.armed(ServiceFault.BY_VERIFICATION, armed, run))
            .map(fault -> refused(fault, run.failed()))
            .orElseGet(() -> verified(asked, armed, run));
    remember(
        "verifierInsAvecTraitsIdentite",
        asked.birthName(),
        asked.firstNameList(),
        asked.sex(),
        asked.birthDate(),
        asked.birthPlace(),
        outcome);
    return outcome;
  }

  private InsiOutcome verified(Verification asked, Disturbances armed, ControlRun run) {
    boolean spoilt = armed.take(ServiceFault.VERIFICATION_KO.label()).isPresent();
    InsiAnswer answer =
        !spoilt && verification.holds(asked) ? InsiAnswer.valid() : InsiAnswer.notValid();
    return new AnswerDisturbances(armed).disturb(answer, settings.prefixStyle(), run.failed());
  }

  /** A fault that ends a call before any operation is reached, from the table. */
  public InsiOutcome refuse(String code, String detail) {
    return refused(faults.fault(code).withDetail(detail), Map.of());
  }

  /** The calls served, in order; of very long runs, the last ones. */
  public synchronized List<InsiState.Call> calls() {
    return List.copyOf(calls);
  }

  /** Makes the assertions seen so far older. */
  public void age(Duration by) {
    credentials.age(by);
  }

  /** Forgets the calls. */
  public synchronized void reset() {
    calls.clear();
    gateway.reset();
    credentials.reset();
  }

  private static Optional<InsiFault> badBody(
      boolean bodyIsValid, Optional<String> field, ControlRun run) {
    return run.unless(bodyIsValid, Control.CORPS, "mock_insi_corps")
        .or(() -> run.unless(field.isEmpty(), Control.CHAMPS, field.orElse("mock_insi_corps")));
  }

  private InsiOutcome refused(InsiFault fault, Map<Control, String> failed) {
    return new InsiOutcome(
        null,
        settings.otherWording() ? fault.reworded() : fault,
        AnswerForm.of(settings.prefixStyle()),
        failed);
  }

  private InsiOutcome answered(
      List<KnownPerson> found, String technical, Disturbances armed, ControlRun run) {
    FoundIdentity identity = found.size() == 1 ? found.get(0).answer() : null;
    String failure = found.size() == 1 ? found.get(0).faultCode() : null;
    // insi.md 2.6 (S:11): the qualification platform has no second base to ask
    if (found.isEmpty() && settings.notFoundIsFault()) {
      failure = technical;
    }
    if (failure != null) {
      // The failure of a person is published for the search by traits: by card it is the other one.
      return refused(faults.fault(failure.equals("insi_102") ? technical : failure), run.failed());
    }
    InsiAnswer answer =
        identity != null
            ? InsiAnswer.found(written(identity, settings))
            // M6: no identity with 02 (S:2)
            : found.isEmpty() ? InsiAnswer.none() : InsiAnswer.several();
    return new AnswerDisturbances(armed).disturb(answer, settings.prefixStyle(), run.failed());
  }

  // insi.md 2.5 (S:2, S:3). M8 (S:2): a NIA keeps its own authority.
  private static FoundIdentity written(FoundIdentity identity, InsiSettings settings) {
    return settings.realOid() ? identity.withOid(TEST_OID, REAL_OID) : identity;
  }

  private synchronized void remember(
      String operation,
      @Nullable String birthName,
      @Nullable String firstName,
      @Nullable String sex,
      @Nullable String birthDate,
      @Nullable String birthPlace,
      InsiOutcome outcome) {
    InsiAnswer answer = outcome.answer();
    FoundIdentity found = answer == null ? null : answer.identity();
    calls.addLast(
        new InsiState.Call(
            operation,
            birthName,
            firstName,
            sex,
            birthDate,
            birthPlace,
            outcome.result(),
            found == null ? null : found.active().matricule()));
    if (calls.size() > CALLS_KEPT) {
      calls.removeFirst();
    }
  }
}
