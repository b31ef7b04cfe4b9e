package fr.socle.insi.service;

import fr.socle.bench.introspection.TokenIntrospection;
import fr.socle.bench.introspection.TokenIntrospection.Standing;
import fr.socle.bench.introspection.TokenIntrospection.UnreachableException;
import fr.socle.bench.pki.ClientCertificateVerdict;
import fr.socle.bench.pki.ClientCertificateVerdict.Reason;
import fr.socle.bench.spi.CertificateJudge;
import fr.socle.insi.service.AccessSettings.TokenUse;
import fr.socle.insi.service.Credentials.Kind;
import fr.socle.insi.service.Credentials.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway looks at in assertions and tokens: insi.md 2.3, and 2.8, 6 (A). May be called
 * from several threads.
 */
public final class CredentialControls {
  private final AccessSettings settings;
  private final Clock clock;
  private final CertificateJudge certificates;
  private final @Nullable TokenIntrospection introspection;
  private final SeenAssertions seen = new SeenAssertions();

  /**
   * The controls of one space.
   *
   * @param introspection asks about tokens; null when nobody is to be asked
   */
  public CredentialControls(
      AccessSettings settings,
      Clock clock,
      CertificateJudge certificates,
      @Nullable TokenIntrospection introspection) {
    this.settings = settings;
    this.clock = clock;
    this.certificates = certificates;
    this.introspection = introspection;
  }

  /** Makes the assertions seen so far older. */
  void age(Duration by) {
    seen.age(by);
  }

  void reset() {
    seen.clear();
  }

  /** The first fault found in the assertion of a professional and its token. */
  Optional<InsiFault> ofProfessional(Credentials credentials, ControlRun run) {
    Statement statement = credentials.professional();
    if (statement == null) {
      return run.unless(!credentials.required(), Control.ASSERTION, "mock_insi_Assertion");
    }
    return (statement.kind() == Kind.PSC
            ? Optional.<InsiFault>empty()
            : signature(statement, run).or(() -> card(statement, run)))
        .or(
            () ->
                age(
                    statement,
                    settings.assertionLife(),
                    Control.AGE_ASSERTION,
                    "mock_insi_AssertionPerimee",
                    run))
        .or(() -> token(credentials.token(), statement, run));
  }

  /** The first fault found in the assertion of a Vitale card. */
  Optional<InsiFault> ofVitale(Credentials credentials, ControlRun run) {
    Statement statement = credentials.vitale();
    if (statement == null) {
      return run.unless(false, Control.ASSERTION_VITALE, "mock_insi_AssertionVitale");
    }
    Optional<InsiFault> broken =
        statement.defect() == null
            ? Optional.empty()
            : run.failing(
                Control.ASSERTION_VITALE, statement.defect(), "mock_insi_AssertionVitale");
    return broken.or(
        () ->
            age(
                statement,
                settings.vitaleLife(),
                Control.AGE_VITALE,
                "mock_insi_AssertionVitalePerimee",
                run));
  }

  private static Optional<InsiFault> signature(Statement statement, ControlRun run) {
    if (!statement.signed()) {
      return run.failing(Control.SIGNATURE, "L'assertion n'est pas signée.", "mock_insi_Signature");
    }
    return statement.defect() == null
        ? Optional.empty()
        : run.failing(Control.SIGNATURE, statement.defect(), "mock_insi_Signature");
  }

  private Optional<InsiFault> card(Statement statement, ControlRun run) {
    if (statement.certificate() == null) {
      return Optional.empty();
    }
    ClientCertificateVerdict verdict = certificates.judge(statement.certificate());
    // Which certificate of the card signs is not sourced: the one for signatures will do.
    return verdict.accepted() || verdict.reason() == Reason.NOT_CLIENT
        ? Optional.empty()
        : run.failing(Control.CARTE, verdict.message(), "mock_insi_Carte");
  }

  private Optional<InsiFault> age(
      Statement statement, Duration life, Control control, String code, ControlRun run) {
    if (statement.issued() == null) {
      return run.failing(control, "IssueInstant est absent ou illisible.", code);
    }
    Duration old = Duration.between(statement.issued(), clock.instant());
    if (old.negated().compareTo(settings.skew()) > 0) {
      return run.failing(control, "Elle est datée du futur.", code);
    }
    // Ageing is for this very assertion: a new one under a former ID is new
    Duration added = seen.extraAge(statement.id() + "|" + statement.issued());
    if (old.compareTo(life) > 0) {
      return run.failing(control, "Elle a " + worded(old) + tooOld(life), code);
    }
    return old.plus(added).compareTo(life) <= 0
        ? Optional.empty()
        : run.aged(
            control,
            "Vieillie par le banc, elle a " + worded(old.plus(added)) + tooOld(life),
            code);
  }

  private static String tooOld(Duration life) {
    return " ; elle vaut " + worded(life) + ".";
  }

  private static String worded(Duration duration) {
    return duration.compareTo(Duration.ofMinutes(2)) < 0
        ? duration.toSeconds() + " s"
        : duration.toMinutes() + " minutes";
  }

  private Optional<InsiFault> token(@Nullable String token, Statement statement, ControlRun run) {
    if (statement.kind() != Kind.PSC
        || settings.token() == TokenUse.IGNORE
        || !run.makes(Control.JETON)) {
      return Optional.empty();
    }
    if (token == null) {
      return settings.token() == TokenUse.EXIGE
          ? run.failing(Control.JETON, "Aucun jeton n'est joint.", "mock_insi_jeton")
          : Optional.empty();
    }
    return introspection == null ? Optional.empty() : introspected(token, statement, run);
  }

  private Optional<InsiFault> introspected(String token, Statement statement, ControlRun run) {
    try {
      Standing standing =
          introspection == null ? new Standing(true, null) : introspection.introspect(token);
      if (!standing.active()) {
        return run.failing(
            Control.JETON,
            "Pro Santé Connect ne le reconnaît pas, ou plus, comme jeton d'accès.",
            "mock_insi_jeton");
      }
      return standing.nationalId() == null || standing.nationalId().equals(statement.nameId())
          ? Optional.empty()
          : run.failing(
              Control.JETON,
              "Il est de " + standing.nationalId() + ", l'assertion de " + statement.nameId() + ".",
              "mock_insi_jeton");
    } catch (UnreachableException e) {
      return Optional.of(
          run.fault("mock_insi_introspection").withDetail(String.valueOf(e.getMessage())));
    }
  }
}
