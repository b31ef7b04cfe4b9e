package fr.socle.psc.check;

import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.TokenMessage;
import fr.socle.psc.protocol.Transactions;
import fr.socle.psc.protocol.UserinfoMessage;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.PresentedToken;
import fr.socle.psc.service.PscFault;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a relying party does with an answer that a fault made wrong shows in what it asks for next:
 * a code exchanged after a callback with a false {@code state}, userinfo called after a false ID
 * token.
 */
final class RejectionChecks {
  // psc.md 2.1 step 6 names signature, iss, aud, azp, exp and nonce. The signature rests on it
  // alone:
  // OpenID Connect Core 3.1.3.7 point 6 lets TLS stand for it
  private static final Set<PscFault> MUST_REJECT =
      EnumSet.of(
          PscFault.NONCE_FAUX,
          PscFault.NONCE_ABSENT,
          PscFault.ISS_FAUX,
          PscFault.AUD_FAUX,
          PscFault.AUD_MULTIPLE,
          PscFault.EXP_PASSEE,
          PscFault.ALG_NONE,
          PscFault.SANS_SIGNATURE,
          PscFault.HS256_CLE_PUBLIQUE,
          PscFault.SIGNATURE_FAUSSE,
          PscFault.KID_INCONNU,
          PscFault.JKU_ETRANGER,
          PscFault.X5U_ETRANGER,
          PscFault.JETON_CHIFFRE);
  // The Keycloak extension of the ANS takes HS256 with the secret, psc.md 1.2 (S: KC-PSC); OpenID
  // Connect Core only recommends to look at acr and at_hash here
  private static final Set<PscFault> SHOULD_REJECT =
      EnumSet.of(
          PscFault.HS256_SECRET,
          PscFault.ACR_AUTRE,
          PscFault.IAT_FUTUR,
          PscFault.AT_HASH_FAUX,
          PscFault.RSA_1024);

  private RejectionChecks() {}

  static List<SequenceCheck> all() {
    return List.of(
        callback(
            new Rule(
                "PSC-SUI-08",
                RuleSource.NORME,
                "OpenID Connect Core 3.1.2.7; RFC 6749 4.1.2, 10.12",
                List.of("PSC-RP-03"),
                "Un retour dont le state est faux, absent ou déjà servi est rejeté."),
            EnumSet.of(PscFault.STATE_FAUX, PscFault.STATE_ABSENT, PscFault.RETOUR_REJOUE),
            "Comparez le state du retour à celui de la demande avant d'échanger le code."),
        // RFC 9207 binds those who support it; RFC 6749 4.1.2 has the others ignore iss
        callback(
            new Rule(
                "PSC-SUI-09",
                RuleSource.CONNU,
                "psc.md 4.2 (K); RFC 9207 2.4, pour qui l'applique",
                List.of("PSC-RP-03-ISS"),
                "Un retour d'un autre émetteur est rejeté."),
            EnumSet.of(PscFault.ISS_REPONSE_FAUX),
            "Comparez l'iss du retour à l'émetteur attendu avant d'échanger le code."),
        idToken(
            new Rule(
                "PSC-SUI-10",
                RuleSource.TEXTE,
                "psc.md 2.1, étape 6 (S: TRANSPORT)",
                List.of("PSC-RP-05"),
                "Le jeton d'identité est vérifié avant l'appel à userinfo."),
            MUST_REJECT),
        idToken(
            new Rule(
                "PSC-SUI-11",
                RuleSource.CONNU,
                "psc.md 4.2 (K); OpenID Connect Core 3.1.3.7, 3.1.3.8",
                List.of("PSC-RP-05"),
                "L'algorithme, le niveau, la date et l'at_hash du jeton d'identité sont vérifiés."),
            SHOULD_REJECT),
        new KeysReadAgain());
  }

  private static SequenceCheck callback(Rule rule, Set<PscFault> faults, String mend) {
    return new AfterFault(rule) {
      @Override
      public void judge(WindowTraffic traffic, SequenceFindings findings) {
        for (LoginTrail.Step step : LoginTrail.steps(traffic)) {
          String code = step.login().codeId();
          Optional<PscFault> struck = struck(step.exchange(), faults);
          if (code == null || struck.isEmpty()) {
            continue;
          }
          traffic.of(Transactions.TOKEN, TokenMessage.class).stream()
              .filter(call -> call.exchange().sequence() > step.exchange().sequence())
              .filter(call -> code.equals(loginId(call.message())))
              .findFirst()
              .ifPresent(
                  call ->
                      findings.add(
                          call.exchange().sequence(),
                          "code",
                          "aucun échange : le retour devait être rejeté",
                          "le code échangé malgré la panne " + struck.get().label(),
                          mend));
        }
      }
    };
  }

  private static SequenceCheck idToken(Rule rule, Set<PscFault> faults) {
    return new AfterFault(rule) {
      @Override
      public void judge(WindowTraffic traffic, SequenceFindings findings) {
        for (Observed<TokenMessage> exchange : traffic.of(Transactions.TOKEN, TokenMessage.class)) {
          String login = loginId(exchange.message());
          Optional<PscFault> struck = struck(exchange.exchange(), faults);
          if (login == null || struck.isEmpty()) {
            continue;
          }
          firstUserinfo(traffic, login, exchange.exchange().sequence())
              .ifPresent(
                  call ->
                      findings.add(
                          call.sequence(),
                          "en-tête Authorization",
                          "aucun appel : le jeton d'identité devait être rejeté",
                          "userinfo appelé malgré la panne " + struck.get().label(),
                          "Vérifiez le jeton d'identité (signature par le jeu de clés, iss, aud,"
                              + " azp, exp, nonce, acr), comme le volume transport du CI-SIS le"
                              + " demande, et renoncez à la connexion s'il est faux."));
        }
      }
    };
  }

  private abstract static class AfterFault implements SequenceCheck {
    private final Rule rule;

    AfterFault(Rule rule) {
      this.rule = rule;
    }

    @Override
    public Rule rule() {
      return rule;
    }
  }

  /**
   * After a change of keys the key set is read again, or the login cannot have been verified. A
   * reserve: OpenID Connect Core 10.1.1 says how keys are found again without saying when, and
   * libraries of the field wait up to a minute between two readings.
   */
  private static final class KeysReadAgain extends AfterFault {
    private static final Set<String> ROTATION = Set.of(PscFault.ROTATION_CLES.label());

    KeysReadAgain() {
      super(
          new Rule(
              "PSC-SUI-12",
              RuleSource.CONNU,
              "psc.md 4.2 (K); OpenID Connect Core 10.1.1",
              List.of("PSC-RP-06"),
              "Le jeu de clés est relu quand un jeton porte un kid inconnu."));
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      for (Observed<TokenMessage> exchange : traffic.of(Transactions.TOKEN, TokenMessage.class)) {
        long at = exchange.exchange().sequence();
        boolean rotated =
            struck(exchange.exchange(), EnumSet.of(PscFault.ROTATION_CLES)).isPresent()
                && loginId(exchange.message()) != null;
        boolean read =
            traffic.exchanges().stream()
                .map(Observed::exchange)
                .filter(call -> Transactions.JWKS.equals(call.transaction()))
                .anyMatch(call -> call.sequence() > at);
        if (rotated && !read && !LoginTrail.disturbedBut(ROTATION, traffic, at, Long.MAX_VALUE)) {
          findings.add(
              at,
              "id_token, kid",
              "une lecture du jeu de clés (jwks_uri) après ce jeton",
              "aucune",
              "Quand le kid d'un jeton est inconnu, relisez le jeu de clés une fois avant de"
                  + " rejeter le jeton.");
        }
      }
    }
  }

  private static Optional<PscFault> struck(Exchange exchange, Collection<PscFault> faults) {
    Set<String> names = exchange.faults().stream().collect(Collectors.toSet());
    return faults.stream().filter(fault -> names.contains(fault.label())).findFirst();
  }

  private static @Nullable String loginId(@Nullable TokenMessage message) {
    return message == null ? null : message.loginId();
  }

  private static Optional<Exchange> firstUserinfo(WindowTraffic traffic, String login, long after) {
    return traffic.of(Transactions.USERINFO, UserinfoMessage.class).stream()
        .filter(call -> call.exchange().sequence() > after)
        .filter(call -> login.equals(login(call.message())))
        .map(Observed::exchange)
        .findFirst();
  }

  private static @Nullable String login(@Nullable UserinfoMessage message) {
    PresentedToken presented = message == null ? null : message.outcome().token();
    IssuedToken token = presented == null ? null : presented.token();
    return token == null ? null : token.loginCode();
  }
}
