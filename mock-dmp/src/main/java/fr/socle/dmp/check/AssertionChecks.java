package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.onVihf;
import static fr.socle.dmp.check.DmpRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.service.AuthenticationMode;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpSettings;
import fr.socle.dmp.service.Vihf;
import fr.socle.exigences.RuleSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DMP-T03 and DMP-T12: the assertion itself and its age. */
final class AssertionChecks {
  private static final String ASSERTION = "/Envelope/Header/Security/Assertion";
  private static final String CONTEXT = ASSERTION + "/AuthnStatement/AuthnContext/";
  private static final String SUBJECT_NAME =
      "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName";
  private static final Pattern NC_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");
  private static final String UTC = ".*(Z|[+-]00:00)";

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onVihf(
              "DMP-T03-1",
              RuleSource.VU,
              "2.1 (S:MSG, KIT) ; SAML 2.0 Core, 2.3.3",
              "Le VIHF a Version=\"2.0\", un ID, un IssueInstant et un Issuer.",
              (vihf, exchange, findings) -> mandatoryParts(vihf, findings)),
          onVihf(
              "DMP-T03-2",
              RuleSource.VU,
              "2.1 (S:DRIM) ; SAML 2.0 Core, 1.3.4",
              "L'ID du VIHF commence par une lettre ou un souligné.",
              (vihf, exchange, findings) -> id(vihf, findings)),
          onVihf(
              "DMP-T03-3",
              RuleSource.VU,
              "2.1 (S:MSG) ; SAML 2.0 Core, 1.3.3",
              "IssueInstant est une date et heure en UTC.",
              (vihf, exchange, findings) -> utc(vihf, findings)),
          onVihf(
              "DMP-T03-4",
              RuleSource.VU,
              "2.1 (S:MSG, KIT, DRIM, HL7V2)",
              "Issuer a le Format X509SubjectName.",
              (vihf, exchange, findings) -> issuerFormat(vihf, findings)),
          onVihf(
              "DMP-T03-11",
              RuleSource.TEXTE,
              "2.1 (S:HL7V2)",
              "Conditions ne contient pas AudienceRestriction.",
              (vihf, exchange, findings) -> audience(vihf, findings)),
          onVihf(
              "DMP-T03-12",
              RuleSource.VU,
              "2.1 (S:MSG, KIT)",
              "AuthnContextClassRef est là ; en mode direct c'est SmartcardPKI.",
              AssertionChecks::classRef),
          onVihf(
              "DMP-T03-13",
              RuleSource.VU,
              "2.1 (S:MSG, KIT, DRIM)",
              "AuthnContextDecl est là en AIR, et seulement en AIR.",
              AssertionChecks::declaration),
          onVihf(
              "DMP-T03-15",
              RuleSource.VU,
              "2.1 (S:MSG, KIT, DRIM) ; SAML 2.0 Core, 2.7.2",
              "AuthnInstant dit en UTC quand l'utilisateur s'est authentifié.",
              (vihf, exchange, findings) -> authenticated(vihf, findings)),
          onVihf(
              "DMP-T12-1",
              RuleSource.SECONDE_MAIN,
              "2.5, 2.4 (S2: DEVBOX, EX_AIR-040)",
              "En AIR un VIHF a trente secondes au plus, à l'écart près des horloges.",
              (vihf, exchange, findings) ->
                  airAge(vihf, exchange, tooOld(exchange, each -> each.past()), null, findings)),
          onVihf(
              "DMP-T12-3",
              // The thirty seconds are second hand, how far apart clocks may be is assumed.
              RuleSource.VU,
              "2.5 (S:DEVBOX, EX_AIR-040)",
              "En AIR un VIHF a trente secondes au plus, à une minute près.",
              (vihf, exchange, findings) ->
                  airAge(
                      vihf,
                      exchange,
                      tooOld(exchange, each -> each.future()),
                      tooOld(exchange, each -> each.past()),
                      findings)));

  private AssertionChecks() {}

  private static void mandatoryParts(Vihf vihf, Findings findings) {
    if (!"2.0".equals(vihf.samlVersion())) {
      missing("@Version", "2.0", vihf.samlVersion(), findings);
    }
    if (isBlank(vihf.id())) {
      missing("@ID", "un identifiant", vihf.id(), findings);
    }
    if (vihf.issueInstant() == null) {
      missing("@IssueInstant", "la date et l'heure du VIHF", null, findings);
    }
    if (isBlank(vihf.issuer())) {
      missing("Issuer", "le sujet du certificat qui signe", vihf.issuer(), findings);
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static void missing(
      String part, String expected, @Nullable String found, Findings findings) {
    findings.add(
        ASSERTION + "/" + part,
        expected,
        shown(found),
        "Mettez au VIHF "
            + (part.equals("@Version") ? "Version=\"2.0\"" : part.replace("@", "l'attribut "))
            + ", comme SAML 2.0 le veut.");
  }

  private static void id(Vihf vihf, Findings findings) {
    String id = vihf.id();
    if (id != null && !id.isBlank() && !NC_NAME.matcher(id).matches()) {
      findings.add(
          ASSERTION + "/@ID",
          "un NCName, par exemple _ suivi d'un UUID",
          id,
          "Faites précéder l'UUID de l'ID d'un souligné : il ne peut commencer par un chiffre.");
    }
  }

  private static void utc(Vihf vihf, Findings findings) {
    String instant = vihf.issueInstant();
    if (instant != null && (vihf.issued().isEmpty() || !instant.strip().matches(UTC))) {
      findings.add(
          ASSERTION + "/@IssueInstant",
          "une date et heure en UTC, comme 2026-01-15T09:30:00.000Z",
          instant,
          "Écrivez IssueInstant en UTC, avec la lettre Z.");
    }
  }

  private static void issuerFormat(Vihf vihf, Findings findings) {
    if (vihf.issuer() != null && !SUBJECT_NAME.equals(vihf.issuerFormat())) {
      findings.add(
          ASSERTION + "/Issuer/@Format",
          SUBJECT_NAME,
          shown(vihf.issuerFormat()),
          "Mettez à Issuer l'attribut Format " + SUBJECT_NAME + ".");
    }
  }

  private static void audience(Vihf vihf, Findings findings) {
    if (vihf.audience()) {
      findings.add(
          ASSERTION + "/Conditions/AudienceRestriction",
          "rien",
          "AudienceRestriction",
          "Retirez AudienceRestriction du VIHF.");
    }
  }

  private static void classRef(Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    boolean direct = isOf(AuthenticationMode.DIRECTE, exchange);
    if (isBlank(vihf.classRef()) || (direct && !Vihf.SMARTCARD.equals(vihf.classRef()))) {
      findings.add(
          CONTEXT + "AuthnContextClassRef",
          direct ? Vihf.SMARTCARD : "la classe de l'authentification locale",
          shown(vihf.classRef()),
          "Dites dans AuthnContextClassRef comment l'utilisateur s'est authentifié.");
    }
  }

  private static void declaration(
      Vihf vihf, CheckedExchange<DmpMessage> exchange, Findings findings) {
    boolean air = isOf(AuthenticationMode.INDIRECTE_RENFORCEE, exchange);
    boolean known = DmpRules.callerOfKnownMode(exchange.message()) != null;
    if (air && isBlank(vihf.declaration())) {
      findings.add(
          CONTEXT + "AuthnContextDecl",
          "une valeur, comme APP_BROWSER_AUTH",
          shown(vihf.declaration()),
          "Ajoutez AuthnContextDecl au VIHF d'AIR.");
    } else if (!air && known && vihf.declaration() != null) {
      findings.add(
          CONTEXT + "AuthnContextDecl",
          "rien hors de l'AIR",
          shown(vihf.declaration()),
          "N'écrivez AuthnContextDecl qu'en AIR.");
    }
  }

  private static void authenticated(Vihf vihf, Findings findings) {
    String instant = vihf.authnInstant();
    if (instant == null || Vihf.instant(instant).isEmpty() || !instant.strip().matches(UTC)) {
      findings.add(
          ASSERTION + "/AuthnStatement/@AuthnInstant",
          "une date et heure en UTC, comme 2026-01-15T09:30:00.000Z",
          shown(instant),
          "Écrivez dans AuthnInstant l'heure de l'authentification locale, en UTC.");
    }
  }

  /** How old a VIHF is too old, when clocks may be so far apart as the space allows. */
  private static Duration tooOld(
      CheckedExchange<DmpMessage> exchange, Function<DmpSettings, Duration> skew) {
    DmpSettings settings = exchange.message().settings();
    return settings.airLife().plus(skew.apply(settings));
  }

  private static void airAge(
      Vihf vihf,
      CheckedExchange<DmpMessage> exchange,
      Duration over,
      @Nullable Duration atMost,
      Findings findings) {
    Instant issued = vihf.issued().orElse(null);
    if (issued == null || !isOf(AuthenticationMode.INDIRECTE_RENFORCEE, exchange)) {
      return;
    }
    Duration old = Duration.between(issued, exchange.request().receivedAt());
    if (old.compareTo(over) > 0 && (atMost == null || old.compareTo(atMost) <= 0)) {
      findings.add(
          ASSERTION + "/@IssueInstant",
          "un VIHF fait pour cet appel",
          "un VIHF de " + old.toSeconds() + " secondes",
          "Faites un VIHF nouveau pour chaque requête : en AIR il vaut trente secondes.");
    }
  }

  private static boolean isOf(AuthenticationMode mode, CheckedExchange<DmpMessage> exchange) {
    DmpCaller caller = exchange.message().caller();
    return caller != null && caller.mode() == mode;
  }
}
